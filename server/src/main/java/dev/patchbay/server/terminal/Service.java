package dev.patchbay.server.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which server is asked, and with which key. */
final class Service implements AutoCloseable {
    private static final String DEFAULT_URL = "http://localhost:8080";
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    /** The server makes a file whole before it sends the first byte. */
    private static final Duration TO_ANSWER = Duration.ofMinutes(30);

    /** What is asked again when no answer comes. */
    private static final Duration TO_DO = Duration.ofMinutes(1);

    private static final int MOST_SAID = 2000;
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Map<String, String> environment;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The server; else PATCHBAY_URL, else " + DEFAULT_URL + ". The key comes from PATCHBAY_KEY.")
    private @Nullable String url;

    Service(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Asks for what is below the base of the API; fails when it is refused. */
    HttpResponse<InputStream> ask(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = to(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** The JSON that is below the base of the API. */
    JsonNode read(String path) throws IOException, InterruptedException {
        return json(ask(path));
    }

    /** Has something done, once however often this is tried until an answer comes through; what it says to that. */
    JsonNode post(String path, String body) throws IOException, InterruptedException {
        String once = UUID.randomUUID().toString();
        return Attempts.onceAsked().make(() -> {
            HttpResponse<InputStream> answer = send(to(path).timeout(TO_DO)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", once)
                    .POST(BodyPublishers.ofString(body)));
            JsonNode said = json(answer);
            if (answer.statusCode() == ACCEPTED) {
                throw new Unavailable("the server has done it, but cannot show it", answer.headers());
            }
            return said;
        });
    }

    private JsonNode json(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            return JsonMapper.shared().readTree(body.readAllBytes());
        } catch (JacksonException e) {
            throw Failure.unknown("What answers at " + root() + " is not Patchbay: it says no JSON");
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(root() + "/api/v1/public/" + path))
                .timeout(TO_ANSWER)
                .header("Authorization", "Bearer " + key());
    }

    private HttpResponse<InputStream> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
        int status = answer.statusCode();
        if (status >= 500 || status == TOO_MANY_REQUESTS || isStillAtIt(answer)) {
            throw new Unavailable("the server answered " + said(answer), answer.headers());
        }
        if (status >= 400) {
            throw Failure.refused("The server answered " + said(answer));
        }
        requirePatchbay(answer);
        return answer;
    }

    /** Whether the same question, asked before, is still being worked on. */
    private static boolean isStillAtIt(HttpResponse<?> answer) {
        return answer.statusCode() == CONFLICT
                && answer.headers().firstValue("Retry-After").isPresent();
    }

    private void requirePatchbay(HttpResponse<InputStream> answer) throws IOException {
        int status = answer.statusCode();
        if (status >= 300) {
            answer.body().close();
            String place = answer.headers().firstValue("Location").orElse("nowhere");
            throw Failure.unknown(
                    root() + " is not the URL of the server: it answers " + status + " and points to " + place);
        }
        if (answer.headers()
                .firstValue("Patchbay-Position")
                .filter(position -> position.matches("\\d{1,18}"))
                .isEmpty()) {
            answer.body().close();
            throw Failure.unknown("What answers at " + root() + " is not Patchbay: it says no Patchbay-Position");
        }
    }

    private static String said(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            return (answer.statusCode() + " " + new String(body.readNBytes(MOST_SAID), StandardCharsets.UTF_8)).strip();
        }
    }

    private String root() {
        String chosen = url == null ? environment.getOrDefault("PATCHBAY_URL", DEFAULT_URL) : url;
        if (!isServer(chosen)) {
            throw Failure.misused("The URL of a server is like " + DEFAULT_URL + ", not " + chosen);
        }
        return chosen.replaceFirst("/+$", "");
    }

    private static boolean isServer(String url) {
        try {
            URI server = URI.create(url);
            return url.matches("(?i)https?://[^?#@]+") && server.getHost() != null && server.getPort() <= 65_535;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String key() {
        String key = environment.get("PATCHBAY_KEY");
        if (key == null || !key.matches("[!-~]+")) {
            throw Failure.misused("Set PATCHBAY_KEY to an account-wide API key with the permission that this needs");
        }
        return key;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
