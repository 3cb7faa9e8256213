package dev.patchbay.rest.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.rest.request.Form;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** The examples are the vendor's own, from its documentation and the tests of its libraries. */
class SignatureTest {
    private static final String ADDRESS = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static final String TOKEN = "12345";
    private static final String SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    private static final String FORM =
            "To=%2B18005551212&Digits=1234&From=%2B14158675309&CallSid=CA1234567890ABCDE&Caller=%2B14158675309";

    @ParameterizedTest
    @CsvSource({
        "https://mycompany.com/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com:1234/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com:1234/myapp.php?foo=1&bar=2, CYn1h0gLBdNxDGkKJg6hYohgeD8=",
        "http://mycompany.com:1234/myapp.php?foo=1&bar=2, Zmvh+3yNM1Phv2jhDCwEM3q5ebU=",
        "https://mycompany.com/myapp.php?foo=1&bar=2, kvajT1Ptam85bY51eRf/AJRuM3w=",
        "http://mycompany.com/myapp.php?foo=1&bar=2, 0ZXoZLH/DfblKGATFgpif+LLRf4=",
        "https://MyCompany.com/myapp.php?foo=1&bar=2, g9IN/x4Cft2g517EjYvEvM/W7LU=",
        "https://MyCompany.com:1234/myapp.php?foo=1&bar=2, PCqOZm8cnu/L6+u5i5fuEd+Iac4=",
        "http://MyCompany.com/myapp.php?foo=1&bar=2, XY7AlKOKL6im4yWyX84gldUrtis=",
        "https://user:pass@mycompany.com/myapp.php?foo=1&bar=2, CukzLTc1tT5dXEDIHm/tKBanW10=",
        "https://user@mycompany.com/myapp.php?foo=1&bar=2, 2YRLlVAflCqxaNicjMpJcSTgzSs=",
        "https://user:pass@mycompany.com/myapp.php?foo=1&bar=2, ZQFR1PTIZXF2MXB8ZnKCvnnA+rI=",
        "HTTP://username:password@MyCompany.com/myapp.php?foo=1&bar=2, hy/l8pca+LFms4cvRdv8uiP6NGc="
    })
    void is_that_of_the_vendor_with_the_port_or_without(String address, String signature) {
        assertThat(isRight(signature, TOKEN, address, form(FORM))).isTrue();
    }

    @Test
    void is_over_each_value_of_a_field_that_comes_more_than_once() {
        Form form = form("Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234");

        assertThat(isRight("IK+Dwps556ElfBT0I3Rgjkr1wJU=", TOKEN, ADDRESS, form))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "RSOYDt4T1cUTdK1PDd93/VVr8B8",
                "rsoydt4t1cutdk1pdd93/vvr8b8=",
                "NOTRSOYDt4T1cUTdK1PDd93/VVr8B8=",
                "invalid 王"
            })
    void is_no_other(String signature) {
        assertThat(isRight(signature, TOKEN, ADDRESS, form(FORM))).isFalse();
    }

    @Test
    void is_of_this_token_address_and_form_alone() {
        assertThat(isRight(SIGNATURE, TOKEN, ADDRESS, form(FORM))).isTrue();
        assertThat(isRight(SIGNATURE, "12346", ADDRESS, form(FORM))).isFalse();
        assertThat(isRight(SIGNATURE, TOKEN, ADDRESS + "&x=1", form(FORM))).isFalse();
        assertThat(isRight(SIGNATURE, TOKEN, ADDRESS.replace("https", "http"), form(FORM)))
                .isFalse();
        assertThat(isRight(SIGNATURE, TOKEN, ADDRESS.replace("mycompany", "yourcompany"), form(FORM)))
                .isFalse();
        assertThat(isRight(SIGNATURE, TOKEN, ADDRESS, form(FORM.replace("1234", "1235"))))
                .isFalse();
        assertThat(isRight(SIGNATURE, TOKEN, ADDRESS, form(FORM + "&X="))).isFalse();
    }

    private static boolean isRight(String signature, String token, String address, Form form) {
        return Signature.read(signature, address, form)
                .filter(read -> read.isOf(token))
                .isPresent();
    }

    private static Form form(String body) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContentType("application/x-www-form-urlencoded");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return Form.of(request);
    }
}
