package dev.patchbay.server.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request as it goes over the wire. */
record Request(
        String secret,
        String method,
        String path,
        @Nullable String body,
        String contentType,
        @Nullable String ifMatch,
        @Nullable String idempotencyKey) {

    static Request get(String secret, String path) {
        return of(secret, "GET", path, null);
    }

    static Request of(String secret, String method, String path, @Nullable String body) {
        return new Request(secret, method, path, body, "application/json", null, null);
    }

    /** What makes it the same request when it comes again. */
    String fingerprint() {
        return String.join("\n", method, path, String.valueOf(body), String.valueOf(ifMatch));
    }

    String[] headers() {
        List<String> headers = new ArrayList<>();
        if (body != null) {
            headers.addAll(List.of("Content-Type", contentType));
        }
        if (ifMatch != null) {
            headers.addAll(List.of("If-Match", ifMatch));
        }
        if (idempotencyKey != null) {
            headers.addAll(List.of("Idempotency-Key", idempotencyKey));
        }
        return headers.toArray(String[]::new);
    }

    /** As one would type it. */
    @Override
    public String toString() {
        StringBuilder line =
                new StringBuilder("curl -X " + method + " $API" + path + " -H 'Authorization: Bearer " + secret + "'");
        String[] headers = headers();
        for (int i = 0; i < headers.length; i += 2) {
            line.append(" -H '")
                    .append(headers[i])
                    .append(": ")
                    .append(headers[i + 1])
                    .append('\'');
        }
        if (body != null) {
            line.append(" -d '").append(body.replace("'", "'\\''")).append('\'');
        }
        return line.toString();
    }
}
