package dev.patchbay.rest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.rest.answer.Problem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class BodyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "\"text\"",
                "12",
                "{\"a\":1}{}",
                "{\"a\":1} x",
                "{\"a\":1,\"a\":1}",
                "{\"b\":{\"a\":1,\"a\":2}}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":1,}",
                "{\"a\":\"\u0001\"}",
                "{/* no */}",
                "\uFEFF{}"
            })
    void that_is_no_json_object_is_malformed(String json) {
        assertThatThrownBy(() -> body(json).fields())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("400");
    }

    @Test
    void that_is_not_utf_8_is_malformed() {
        byte[] latin = "{\"name\":\"J\u00e9r\u00f4me\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> new Body(request(latin)).fields()).hasMessageContaining("Malformed JSON");
    }

    @Test
    void may_be_nested_64_deep_and_no_deeper() {
        assertThat(body(nested(63)).fields().isBlank("a")).isFalse();
        assertThatThrownBy(() -> body(nested(64)).fields()).hasMessageContaining("Malformed JSON");
        assertThatThrownBy(() -> body(nested(100_000)).fields()).hasMessageContaining("Malformed JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "123456789012345678901234567890"})
    void survives_numbers_beyond_all_bounds(String number) {
        Fields fields = body("{\"a\":" + number + "}").fields();
        Field<Long> read = fields.nullableInteger("a", 1, 10);

        assertThat(read.value()).isNull();
        assertThatThrownBy(fields::check).hasMessageContaining("A must be");
    }

    @Test
    void of_a_megabyte_is_read_and_of_a_byte_more_is_not() {
        String frame = "{\"a\":\"\"}";
        String padding = "x".repeat(1024 * 1024 - frame.length());

        assertThat(body("{\"a\":\"" + padding + "\"}").fields().isBlank("a")).isFalse();
        assertThatThrownBy(() -> body("{\"a\":\"x" + padding + "\"}").fields()).hasMessageContaining("413");
    }

    @Test
    void without_a_length_is_bounded_all_the_same() {
        MockHttpServletRequest chunked = new MockHttpServletRequest() {
            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        chunked.setContent(new byte[1024 * 1024 + 1]);

        assertThatThrownBy(() -> new Body(chunked).fields()).hasMessageContaining("413");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/merge-patch+json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json; charset=iso-8859-1",
                "application/*",
                ";;;",
                ""
            })
    void of_another_type_is_refused(String type) {
        MockHttpServletRequest request = request("{}".getBytes(StandardCharsets.UTF_8));
        request.addHeader("Content-Type", type);

        assertThatThrownBy(() -> new Body(request).fields()).hasMessageContaining("415");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Application/JSON", "application/json; charset=UTF-8"})
    void of_json_is_read(String type) {
        MockHttpServletRequest request = request("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
        request.addHeader("Content-Type", type);

        assertThat(new Body(request).fields().isBlank("a")).isFalse();
    }

    @Test
    void may_be_left_out_where_none_is_needed() {
        assertThat(body("").fieldsIfAny().isBlank("a")).isTrue();
        assertThatThrownBy(() -> body("{").fieldsIfAny()).hasMessageContaining("Malformed JSON");
    }

    private static Body body(String text) {
        return new Body(request(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MockHttpServletRequest request(byte[] content) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContent(content);
        return request;
    }

    private static String nested(int arrays) {
        return "{\"a\":" + "[".repeat(arrays) + "]".repeat(arrays) + "}";
    }
}
