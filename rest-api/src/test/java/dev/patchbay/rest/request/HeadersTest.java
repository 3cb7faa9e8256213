package dev.patchbay.rest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class HeadersTest {

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+1", "1.0", "x", "", " ", "9999999999999999999", "0x1"})
    void refuse_a_position_that_is_none(String position) {
        assertThatThrownBy(() -> with("Patchbay-Min-Position", position).minPosition())
                .hasMessage("400 {\"error\":\"Patchbay-Min-Position must be a non-negative integer\"}");
    }

    @Test
    void take_a_position_and_its_absence() {
        assertThat(with("Patchbay-Min-Position", "42").minPosition()).isEqualTo(42);
        assertThat(with("Other", "42").minPosition()).isZero();
    }

    @Test
    void take_an_idempotency_key_of_255_characters_and_none_longer() {
        assertThat(with("Idempotency-Key", "k".repeat(255)).idempotencyKey()).isPresent();
        assertThatThrownBy(() -> with("Idempotency-Key", "k".repeat(256)).idempotencyKey())
                .hasMessage("400 {\"error\":\"Idempotency-Key must have 1 to 255 characters\"}");
        assertThatThrownBy(() -> with("Idempotency-Key", "").idempotencyKey()).hasMessageContaining("400");
        assertThatThrownBy(() -> with("Idempotency-Key", "caf\u00e9").idempotencyKey())
                .hasMessageContaining("400");
    }

    @Test
    void read_a_reason_as_utf_8() {
        String sent = new String("čia".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(with("Patchbay-Reason", sent).reason()).contains("čia");
    }

    @Test
    void refuse_a_reason_of_1001_characters() {
        assertThat(with("Patchbay-Reason", "r".repeat(1000)).reason()).isPresent();
        assertThatThrownBy(() -> with("Patchbay-Reason", "r".repeat(1001)).reason())
                .hasMessage("400 {\"error\":\"Patchbay-Reason must have at most 1000 characters\"}");
    }

    @Test
    void refuse_a_reason_that_is_not_utf_8() {
        assertThatThrownBy(() -> with("Patchbay-Reason", "caf\u00e9").reason())
                .hasMessage("400 {\"error\":\"Patchbay-Reason must be UTF-8\"}");
    }

    @Test
    void keep_a_request_id_that_is_printable_and_make_one_otherwise() {
        assertThat(RequestIdFilter.choose("abc-123")).isEqualTo("abc-123");
        assertThat(RequestIdFilter.choose("x".repeat(255))).hasSize(255);
        assertThat(RequestIdFilter.choose("x".repeat(256))).hasSize(36);
        assertThat(RequestIdFilter.choose("caf\u00e9")).hasSize(36);
        assertThat(RequestIdFilter.choose("")).hasSize(36);
        assertThat(RequestIdFilter.choose(null)).hasSize(36);
    }

    private static Headers with(String name, String value) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader(name, value);
        return new Headers(request);
    }
}
