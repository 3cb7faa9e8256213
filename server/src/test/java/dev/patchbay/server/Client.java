package dev.patchbay.server;

import dev.patchbay.server.document.ContractDocument;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client of the API sees: requests with a key, or with none when it is empty, answers as they came over the wire. */
public record Client(URI base, String key) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(60))
            .build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Hears of every answer, of all clients; what it throws fails the test. */
    @FunctionalInterface
    public interface Listener {
        void replied(String method, String path, Reply reply);
    }

    private static volatile Listener listener = ContractDocument.approved()::check;

    /** Replaces the listener, which otherwise compares every answer with the contract document. */
    public static void onReply(Listener other) {
        listener = other;
    }

    /** An answer. */
    public record Reply(int status, java.net.http.HttpHeaders headers, String body) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public JsonNode data() {
            return json().optional("data").orElseThrow(() -> new AssertionError("no data in " + status + " " + body));
        }

        public long id() {
            return data().get("id").asLong();
        }

        public Optional<String> header(String name) {
            return headers.firstValue(name);
        }

        public long position() {
            return Long.parseLong(header("Patchbay-Position").orElseThrow());
        }

        public String etag() {
            return header("ETag").orElseThrow();
        }
    }

    /** The header that says who asks: with an API key, or with both keys of an agent and a colon between them. */
    public static String authorization(String key) {
        return key.contains(":")
                ? "Basic " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8))
                : "Bearer " + key;
    }

    /** The same server, seen with another key. */
    public Client as(String otherKey) {
        return new Client(base, otherKey);
    }

    /** The same key at another base. */
    public Client at(URI otherBase) {
        return new Client(otherBase, key);
    }

    public Reply get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Reply delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    public Reply post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    /** The same with a body as it is. */
    public Reply postBytes(String path, byte[] body, String... headers) {
        try {
            return exchange("POST", path, BodyPublishers.ofByteArray(body), headers);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public Reply patch(String path, String body, String... headers) {
        return send("PATCH", path, body, headers);
    }

    public Reply put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    /** Headers are names and values in turn; a body is sent as JSON; paths are relative to the base. */
    public Reply send(String method, String path, @org.jspecify.annotations.Nullable String body, String... headers) {
        try {
            return exchange(method, path, body, headers);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Like {@link #send}, for tests in which the connection may break. */
    public Reply exchange(String method, String path, @org.jspecify.annotations.Nullable String body, String... headers)
            throws IOException {
        return exchange(method, path, body == null ? (BodyPublisher) null : BodyPublishers.ofString(body), headers);
    }

    private Reply exchange(
            String method, String path, @org.jspecify.annotations.Nullable BodyPublisher body, String... headers)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        base.resolve(path.startsWith("/") ? path.substring(1) : path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body == null ? BodyPublishers.noBody() : body);
        if (!key.isEmpty()) {
            request.header("Authorization", authorization(key));
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            Reply reply = new Reply(response.statusCode(), response.headers(), response.body());
            listener.replied(method, response.uri().getRawPath(), reply);
            return reply;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
