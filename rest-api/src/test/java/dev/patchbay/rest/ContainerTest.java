package dev.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerTest extends ApiTest {
    private static final String HEADERS =
            "Host: x\r\nConnection: close\r\nAuthorization: Bearer " + Backend.KEY + "\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage\r\n\r\n",
                "\u0000\u0001\u0002\r\n\r\n",
                "GET /api/v1/public/operators HTTP/9.9\r\n#\r\n",
                "GET /api/v1/public/operators/%00 HTTP/1.1\r\n#\r\n",
                "GET /api/v1/public/operators/a%2Fb HTTP/1.1\r\n#\r\n",
                "GET /api/v1/public/operators/a%5Cb HTTP/1.1\r\n#\r\n",
                "GET /api/v1/public/operators/%zz HTTP/1.1\r\n#\r\n",
                "GET /api/v1/public/operators/%ff HTTP/1.1\r\n#\r\n",
                "GET /api/v1/public/operators/<x> HTTP/1.1\r\n#\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\n#\r\n",
                "GET /api/v1/public/operators HTTP/1.1\r\n\r\n",
                "GET /api/v1/public/operators HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /api/v1/public/operators HTTP/1.1\r\n#Bad Header: x\r\n\r\n",
                "GET /api/v1/public/operators HTTP/1.1\r\n#X: \u0001\r\n\r\n",
                "GET http://evil/api/v1/public/operators HTTP/1.1\r\n#\r\n",
                "CONNECT evil:80 HTTP/1.1\r\n#\r\n",
                "POST /api/v1/public/operators HTTP/1.1\r\n#Transfer-Encoding: foo\r\n\r\n",
                "POST /api/v1/public/operators HTTP/1.1\r\n#Transfer-Encoding: chunked\r\n\r\nzz\r\nabc",
                "POST /api/v1/public/operators HTTP/1.1\r\n#Content-Length: -5\r\n\r\n",
                "POST /api/v1/public/operators HTTP/1.1\r\n#Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde"
            })
    void turns_garbage_away_in_the_words_of_the_api(String request) {
        String answer = api.raw(request.replace("#", HEADERS));

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("X-Request-Id: ")
                .contains("Content-Type: application/json");
        assertThat(answer).endsWith("\r\n\r\n{\"error\":\"Bad request\"}");
    }

    @Test
    void turns_headers_away_that_are_too_large() {
        String answer = api.raw(
                "GET /api/v1/public/operators HTTP/1.1\r\n" + HEADERS + "X: " + "x".repeat(20_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").endsWith("{\"error\":\"Bad request\"}");
    }

    @Test
    void turns_an_announced_giant_away_without_waiting_for_it() {
        String answer =
                api.raw("POST /api/v1/public/operators HTTP/1.1\r\n" + HEADERS + "Content-Length: 99999999999\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ").endsWith("{\"error\":\"Request body too large\"}");
    }

    @Test
    void turns_a_giant_in_chunks_away() {
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        String answer = api.raw("POST /api/v1/public/operators HTTP/1.1\r\n" + HEADERS
                + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(17) + "0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("{\"error\":\"Request body too large\"}");
    }

    @Test
    void says_no_to_trace() {
        assertThat(api.raw("TRACE /api/v1/public/operators HTTP/1.1\r\n" + HEADERS + "\r\n"))
                .startsWith("HTTP/1.1 405 ")
                .contains("Allow: ")
                .endsWith("{\"error\":\"Method not allowed\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/../api/v1/public/operators", "/v1/./%2e%2e/api/v1/public/operators"})
    void knows_which_api_refuses_however_the_path_is_written(String path) {
        assertThat(api.raw("TRACE " + path + " HTTP/1.1\r\n" + HEADERS + "\r\n"))
                .startsWith("HTTP/1.1 405 ")
                .endsWith("{\"error\":\"Method not allowed\"}");
    }

    @Test
    void does_not_mind_what_answers_the_client_would_accept() {
        assertThat(api.raw("GET /api/v1/public/operators/12 HTTP/1.1\r\n" + HEADERS + "Accept: ;;;\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(api.raw("GET /api/v1/public/operators/99 HTTP/1.1\r\n" + HEADERS + "Accept: text/html\r\n\r\n"))
                .endsWith("{\"error\":\"Resource not found\"}");
    }
}
