package dev.patchbay.rest.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CarrierSettingsTest {

    @Test
    void have_defaults() {
        CarrierSettings settings = bind(Map.of());

        assertThat(settings.publicUrl()).isNull();
        assertThat(settings.twilio().all()).isEmpty();
        assertThat(settings.twilio().of(1)).isEmpty();
    }

    @Test
    void can_all_be_set_in_the_environment() {
        CarrierSettings settings = bind(Map.of(
                "PATCHBAY_PUBLIC_URL", "https://voice.example.com/patchbay/",
                "PATCHBAY_TWILIO_AUTH_TOKENS_1", "first",
                "PATCHBAY_TWILIO_AUTH_TOKENS_27", " second "));

        assertThat(settings.publicUrl()).isEqualTo("https://voice.example.com/patchbay");
        assertThat(settings.twilio().of(1)).hasValue("first");
        assertThat(settings.twilio().of(27)).hasValue("second");
        assertThat(settings.twilio().all()).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void never_show_a_token() {
        assertThat(bind(Map.of("PATCHBAY_TWILIO_AUTH_TOKENS_1", "first")).toString())
                .doesNotContain("first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "voice.example.com",
                "ftp://voice.example.com",
                "https://",
                "https:///path",
                "https://voice.example.com?x=1",
                "https://voice.example.com#x",
                "https://voice example.com"
            })
    void refuse_a_public_url_that_is_no_address(String url) {
        assertThatThrownBy(() -> bind(Map.of("PATCHBAY_PUBLIC_URL", url)))
                .rootCause()
                .hasMessage(
                        "patchbay.public-url (PATCHBAY_PUBLIC_URL) must be the address of the server as carriers reach it,"
                                + " such as https://voice.example.com, without a query");
    }

    @Test
    void refuse_a_token_for_nobody_and_an_empty_one() {
        assertThatThrownBy(() -> bind(Map.of("PATCHBAY_TWILIO_AUTH_TOKENS_ACME", "secret")))
                .rootCause()
                .hasMessage(
                        "patchbay.twilio.auth.tokens.acme (PATCHBAY_TWILIO_AUTH_TOKENS_...) must end with the id of an account, such as 1");
        assertThatThrownBy(() -> bind(Map.of("PATCHBAY_TWILIO_AUTH_TOKENS_1", " ")))
                .rootCause()
                .hasMessage("patchbay.twilio.auth.tokens.1 (PATCHBAY_TWILIO_AUTH_TOKENS_...) must not be empty");
    }

    private static CarrierSettings bind(Map<String, Object> variables) {
        return new Environment(variables).bind(CarrierSettings.class);
    }
}
