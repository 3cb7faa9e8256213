package dev.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest extends ApiTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /operators/999",
        "GET, /operators/012",
        "GET, /operators/%2B12",
        "GET, /operators/-12",
        "GET, /operators/12.0",
        "GET, /operators/9223372036854775808",
        "GET, /virtual_numbers/8",
        "GET, /virtual_numbers/purchase",
        "GET, /projects/6",
        "PATCH, /operators/999",
        "PATCH, /operators/x",
        "DELETE, /operators/999",
        "PATCH, /virtual_numbers/8",
        "DELETE, /virtual_numbers/8",
        "PUT, /virtual_numbers/8/operators",
        "POST, /virtual_numbers/8/add_operator",
        "DELETE, /virtual_numbers/8/remove_operator",
        "DELETE, /virtual_numbers/7/operators/999",
        "DELETE, /virtual_numbers/7/operators/x",
        "PATCH, /projects/6",
        "DELETE, /projects/6",
        "POST, /projects/6/operators",
        "POST, /projects/6/virtual_numbers",
        "GET, /projects/6/operators",
        "GET, /projects/6/virtual_numbers?page=0",
        "GET, /api_keys/999",
        "DELETE, /api_keys/999"
    })
    void what_does_not_exist_is_missed_before_anything_is_wrong_with_the_body(String method, String path) {
        assertThat(answer(api.send(method, path, "{", "Content-Type", "text/plain")))
                .isEqualTo("404 {\"error\":\"Resource not found\"}");
        assertThat(backend.dispatched).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /operators | {} | {\"errors\":[\"Name can't be blank\",\"Phone number can't be blank\"]}",
                "PATCH | /operators/12 | {\"active\":null} | {\"errors\":[\"Active must be true or false\"]}",
                "PATCH | /virtual_numbers/7 | {\"routing_strategy\":\"x\",\"recording\":0} "
                        + "| {\"errors\":[\"Recording must be true or false\","
                        + "\"Routing strategy is not included in the list\"]}",
                "PATCH | /virtual_numbers/7 | {\"ring_timeout_seconds\":0,\"fallback\":{\"type\":\"x\"},\"operators\":{}} "
                        + "| {\"errors\":[\"Ring timeout seconds must be between 1 and 600\","
                        + "\"Fallback type is not included in the list\",\"Operators must be an array of objects\"]}",
                "POST | /virtual_numbers/7/add_operator | {} | {\"error\":\"operator_id or phone_number is required\"}",
                "POST | /virtual_numbers/7/add_operator | {\"operator_id\":null,\"phone_number\":\" \"} "
                        + "| {\"error\":\"operator_id or phone_number is required\"}",
                "POST | /virtual_numbers/7/add_operator | {\"operator_id\":\"12\"} "
                        + "| {\"error\":\"operator_id must be an integer\"}",
                "POST | /virtual_numbers/7/add_operator | {\"phone_number\":\"12\",\"name\":\"\"} "
                        + "| {\"errors\":[\"Name can't be blank\",\"Phone number is invalid\"]}",
                "PUT | /virtual_numbers/7/operators | {} | {\"error\":\"operator_ids is required\"}",
                "DELETE | /virtual_numbers/7/remove_operator | | {\"error\":\"operator_id is required\"}",
                "DELETE | /virtual_numbers/7/remove_operator?operator_id=x | "
                        + "| {\"error\":\"operator_id must be an integer\"}",
                "POST | /virtual_numbers/purchase | {\"phone_number\":\"\"} | {\"error\":\"phone_number is required\"}",
                "POST | /virtual_numbers/purchase | {\"phone_number\":5,\"number_type\":\"x\"} "
                        + "| {\"errors\":[\"Phone number must be a string\",\"Number type is not included in the list\"]}",
                "POST | /virtual_numbers | {\"phone_number\":\"+15551234567\",\"country_code\":\"LT\"} "
                        + "| {\"errors\":[\"Country code is invalid\"]}",
                "POST | /virtual_numbers | {\"phone_number\":\"+15551234567\",\"requirement_group_id\":0,"
                        + "\"upfront_cost\":1} | {\"errors\":[\"Requirement group id must be greater than or equal to 1\","
                        + "\"Upfront cost must be a string\"]}",
                "GET | /virtual_numbers/available?country=USA | "
                        + "| {\"error\":\"country must be a two-letter country code\"}",
                "GET | /virtual_numbers/available?number_type=x | "
                        + "| {\"error\":\"number_type is not included in the list\"}",
                "POST | /projects | {\"language\":\"zz\",\"retention_days\":0} "
                        + "| {\"errors\":[\"Name can't be blank\",\"Language is invalid\","
                        + "\"Retention days must be between 1 and 36500\"]}",
                "PATCH | /projects/5 | {\"language\":null,\"long_pause_threshold_seconds\":\"1\"} "
                        + "| {\"errors\":[\"Language can't be blank\","
                        + "\"Long pause threshold seconds must be an integer\"]}",
                "POST | /projects/5/operators | {} | {\"error\":\"operator_id is required\"}",
                "POST | /projects/5/virtual_numbers | {} | {\"error\":\"virtual_number_id is required\"}",
                "POST | /api_keys | {\"expires_at\":\"2020-01-01T00:00:00Z\"} "
                        + "| {\"errors\":[\"Name can't be blank\",\"Permissions can't be blank\","
                        + "\"Expires at must be in the future\"]}",
                "POST | /api_keys | {\"name\":\"k\",\"permissions\":[\"read\",\"read\"],\"expires_at\":\"soon\"} "
                        + "| {\"errors\":[\"Permissions must not contain duplicates\",\"Expires at is invalid\"]}",
                "POST | /api_keys | {\"name\":\"k\",\"permissions\":[\"fly\"],\"project_id\":\"5\"} "
                        + "| {\"errors\":[\"Permissions must be of read, write, delete and admin\","
                        + "\"Project id must be an integer\"]}",
                "POST | /accounts | {} | {\"errors\":[\"Name can't be blank\"]}",
                "GET | /operators?page=0 | | {\"error\":\"page must be a positive integer\"}"
            })
    void what_is_wrong_is_said(String method, String path, String body, String answer) {
        assertThat(answer(api.send(method, path, body))).isEqualTo("422 " + answer);
        assertThat(backend.dispatched).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /virtual_numbers/7/add_operator | {\"operator_id\":999}",
                "POST | /virtual_numbers/7/add_operator | {\"operator_id\":-1}",
                "PUT | /virtual_numbers/7/operators | {\"operator_ids\":[12,999]}",
                "DELETE | /virtual_numbers/7/remove_operator | {\"operator_id\":999}",
                "DELETE | /virtual_numbers/7/remove_operator?operator_id=999 |",
                "POST | /projects/5/operators | {\"operator_id\":999}",
                "POST | /projects/5/virtual_numbers | {\"virtual_number_id\":8}",
                "POST | /api_keys | {\"name\":\"k\",\"permissions\":[\"read\"],\"project_id\":6}"
            })
    void what_is_named_and_does_not_exist_is_missed(String method, String path, String body) {
        assertThat(answer(api.send(method, path, body))).isEqualTo("404 {\"error\":\"Resource not found\"}");
        assertThat(backend.dispatched).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /operators",
        "PATCH, /operators/12",
        "PATCH, /virtual_numbers/7",
        "PUT, /virtual_numbers/7/operators",
        "POST, /virtual_numbers/7/add_operator",
        "POST, /virtual_numbers/purchase",
        "POST, /projects",
        "PATCH, /projects/5",
        "POST, /projects/5/operators",
        "POST, /api_keys",
        "POST, /accounts"
    })
    void a_body_must_be_json_of_the_right_type(String method, String path) {
        assertThat(answer(api.send(method, path, null))).isEqualTo("400 {\"error\":\"Malformed JSON\"}");
        assertThat(answer(api.send(method, path, "[]"))).isEqualTo("400 {\"error\":\"Malformed JSON\"}");
        assertThat(answer(api.send(method, path, "{}", "Content-Type", "text/plain")))
                .isEqualTo("415 {\"error\":\"Content-Type must be application/json\"}");
        assertThat(answer(api.send(method, path, "x".repeat(1024 * 1024 + 1))))
                .isEqualTo("413 {\"error\":\"Request body too large\"}");
    }

    @Test
    void a_key_cannot_grant_what_it_lacks() {
        String body = "{\"name\":\"k\",\"permissions\":[\"write\",\"read\"]}";

        assertThat(answer(api.sendAs(Backend.WRITING_KEY, "POST", "/api_keys", body)))
                .isEqualTo("403 {\"error\":\"Cannot grant permissions the key does not have\"}");
    }

    @Test
    void headers_of_the_api_are_checked() {
        assertThat(answer(api.send("GET", "/operators", null, "Patchbay-Min-Position", "x")))
                .isEqualTo("400 {\"error\":\"Patchbay-Min-Position must be a non-negative integer\"}");
        assertThat(answer(api.send("POST", "/operators", BOB, "Idempotency-Key", "x".repeat(256))))
                .isEqualTo("400 {\"error\":\"Idempotency-Key must have 1 to 255 characters\"}");
        assertThat(answer(api.send("POST", "/operators", BOB, "Patchbay-Reason", "x".repeat(1001))))
                .isEqualTo("400 {\"error\":\"Patchbay-Reason must have at most 1000 characters\"}");
        assertThat(backend.dispatched).isEmpty();
    }

    @Test
    void an_unknown_path_is_not_found_and_a_wrong_method_is_told_the_right_ones() {
        assertThat(answer(api.send("GET", "/nothing", null))).isEqualTo("404 {\"error\":\"Not found\"}");
        assertThat(answer(api.send("POST", "/nothing", "{}"))).isEqualTo("404 {\"error\":\"Not found\"}");
        assertThat(answer(api.send("GET", "/operators/", null))).isEqualTo("404 {\"error\":\"Not found\"}");

        HttpResponse<String> response = api.send("PUT", "/operators/12", "{}");
        assertThat(answer(response)).isEqualTo("405 {\"error\":\"Method not allowed\"}");
        assertThat(header(response, "Allow")).isEqualTo("DELETE, GET, HEAD, OPTIONS, PATCH");
    }

    @Test
    void head_answers_like_get_without_the_body() {
        HttpResponse<String> get = api.send("GET", "/operators/12", null);
        HttpResponse<String> head = api.send("HEAD", "/operators/12", null);

        assertThat(answer(head)).isEqualTo("200 ");
        assertThat(header(head, "ETag")).isEqualTo(header(get, "ETag"));
        assertThat(header(head, "Content-Length")).isEqualTo(header(get, "Content-Length"));
    }

    @Test
    void what_nobody_foresaw_is_a_500_even_when_it_calls_itself_an_illegal_argument() {
        backend.refusals.add(new IllegalArgumentException("a mistake in the code, as this test means it to be"));

        HttpResponse<String> response = api.send("POST", "/operators", BOB);

        assertThat(answer(response)).isEqualTo("500 {\"error\":\"Internal server error\"}");
        assertThat(header(response, "X-Request-Id")).isNotEmpty();
    }
}
