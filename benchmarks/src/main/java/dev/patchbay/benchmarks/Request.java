package dev.patchbay.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A request in the form it has on the wire, and the status that is expected. */
final class Request {

    private static final String BASE = "/api/v1/public";

    private final byte[] bytes;
    private final int expected;

    private Request(String text, int expected) {
        this.bytes = text.getBytes(StandardCharsets.US_ASCII);
        this.expected = expected;
    }

    static Request get(String path, String key) {
        return new Request(head("GET", path, key) + "\r\n", 200);
    }

    /** In the format of Prometheus; needs no key. */
    static Request metrics() {
        return new Request("GET /actuator/prometheus HTTP/1.1\r\nHost: localhost\r\n\r\n", 200);
    }

    static Request post(String path, String key, String json, int expected) {
        return new Request(withBody("POST", path, key, json), expected);
    }

    static Request patch(String path, String key, String json) {
        return new Request(withBody("PATCH", path, key, json), 200);
    }

    void writeTo(OutputStream output) throws IOException {
        output.write(bytes);
    }

    boolean expects(int status) {
        return status == expected;
    }

    private static String withBody(String method, String path, String key, String json) {
        String head = head(method, path, key) + "Content-Type: application/json\r\nContent-Length: " + json.length();
        return head + "\r\n\r\n" + json;
    }

    private static String head(String method, String path, String key) {
        return method + " " + BASE + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key + "\r\n";
    }
}
