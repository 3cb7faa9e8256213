package dev.patchbay.rest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class FormTest {

    @Test
    void has_its_fields_decoded() {
        Form form = form("To=%2B15551234567&CallerName=J%C3%B6rg+H.&Empty=&Bare&&a=1%262");

        assertThat(form.get("To")).hasValue("+15551234567");
        assertThat(form.get("CallerName")).hasValue("Jörg H.");
        assertThat(form.get("Empty")).hasValue("");
        assertThat(form.get("Bare")).hasValue("");
        assertThat(form.get("a")).hasValue("1&2");
        assertThat(form.get("b")).isEmpty();
    }

    @Test
    void does_not_choose_between_two_values() {
        assertThat(form("To=1&To=2").get("To")).isEmpty();
        assertThat(form("To=1&To=1").get("To")).hasValue("1");
    }

    @Test
    void is_empty_when_the_body_is() {
        assertThat(form("").fields()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%2", "a=%zz", "a=%ff", "a=%c3", "%e2%82=1", "a=\u00ff"})
    void must_be_well_formed(String body) {
        assertThatThrownBy(() -> form(body)).hasMessage("400 {\"error\":\"Malformed form\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "multipart/form-data",
                "application/x-www-form-urlencoded; charset=latin1",
                "nonsense",
                "*/*"
            })
    void must_be_said_to_be_one(String type) {
        MockHttpServletRequest request = request("a=1");
        request.setContentType(type);

        assertThatThrownBy(() -> Form.of(request))
                .hasMessage("415 {\"error\":\"Content-Type must be application/x-www-form-urlencoded\"}");
    }

    @Test
    void must_be_said_to_be_anything() {
        MockHttpServletRequest request = request("a=1");
        request.setContentType(null);

        assertThatThrownBy(() -> Form.of(request)).hasMessageStartingWith("415 ");
    }

    @Test
    void must_not_be_too_large() {
        assertThat(form("a=" + "x".repeat(64 * 1024 - 2)).get("a")).isPresent();
        assertThatThrownBy(() -> form("a=" + "x".repeat(64 * 1024 - 1))).hasMessageStartingWith("413 ");
    }

    private static Form form(String body) {
        return Form.of(request(body));
    }

    private static MockHttpServletRequest request(String body) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContentType("application/x-www-form-urlencoded; charset=UTF-8");
        request.setContent(body.getBytes(StandardCharsets.ISO_8859_1));
        return request;
    }
}
