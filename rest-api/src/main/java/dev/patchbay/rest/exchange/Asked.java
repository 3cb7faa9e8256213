package dev.patchbay.rest.exchange;

import dev.patchbay.rest.answer.Digest;
import dev.patchbay.rest.caller.Actor;
import dev.patchbay.rest.caller.AgentCaller;
import dev.patchbay.rest.caller.Caller;
import dev.patchbay.rest.request.Body;
import dev.patchbay.rest.request.Headers;
import dev.patchbay.rest.request.Line;
import dev.patchbay.rest.request.Point;
import dev.patchbay.rest.request.QueryString;
import dev.patchbay.rest.request.RequestIdFilter;
import dev.patchbay.rest.request.Upload;
import dev.patchbay.rest.request.UploadedFile;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Provenance.Cause;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** What a request says. */
final class Asked {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final HttpServletRequest request;
    private final Headers headers;
    private final Body body;
    private final QueryString parameters;
    private @Nullable Provenance provenance;
    private @Nullable Cause cause;
    private @Nullable String randomSecret;

    Asked(HttpServletRequest request) {
        this.request = request;
        this.headers = new Headers(request);
        this.body = new Body(request);
        this.parameters = new QueryString(request);
    }

    Actor actor() {
        return Actor.of(request);
    }

    Caller caller() {
        return Caller.of(request);
    }

    AgentCaller agent() {
        return AgentCaller.of(request);
    }

    Headers headers() {
        return headers;
    }

    Body body() {
        return body;
    }

    QueryString parameters() {
        return parameters;
    }

    Optional<UploadedFile> file(String name) {
        return UploadedFile.of(request, name);
    }

    Upload upload() {
        return Upload.of(request);
    }

    /** A place in the history that a question names; what is changed is changed now. */
    Optional<Point> point(String parameter) {
        return READING.contains(request.getMethod())
                ? parameters.get(parameter).map(text -> Point.parse(parameter, text))
                : Optional.empty();
    }

    @Nullable
    String ifMatch() {
        return headers.list(HttpHeaders.IF_MATCH);
    }

    @Nullable
    String ifNoneMatch() {
        return headers.list(HttpHeaders.IF_NONE_MATCH);
    }

    void because(Cause inTheHistory) {
        cause = inTheHistory;
        provenance = null;
    }

    Provenance provenance() {
        Provenance known = provenance;
        if (known == null) {
            known = new Provenance(
                    actor().scope().accountId(),
                    actor().kind(),
                    actor().id(),
                    RequestIdFilter.of(request),
                    request.getRemoteAddr(),
                    headers.userAgent(),
                    headers.reason().orElse(null),
                    cause);
            provenance = known;
        }
        return known;
    }

    Optional<SafeRetry> safeRetry() {
        return headers.idempotencyKey().map(key -> SafeRetry.of(actor().name(), key, fingerprint()));
    }

    Optional<SafeRetry> safeRetry(Line line) {
        // No Idempotency-Key holds a line break, so none of another request is this one.
        return headers.idempotencyKey()
                .map(key -> SafeRetry.of(
                        actor().name(),
                        key + "\n" + line.number(),
                        new Digest()
                                .part(request.getRequestURI())
                                .part(line.bytes())
                                .hex()));
    }

    /** What a new key is derived from: what only this caller knows, or what nobody knows when it need not come out twice. */
    String keySecret() {
        if (headers.idempotencyKey().isPresent()) {
            return actor().secret();
        }
        String secret = randomSecret;
        if (secret == null) {
            secret = NewKey.randomSecret();
            randomSecret = secret;
        }
        return secret;
    }

    /** What tells this request's new keys from those of others. */
    String keyText() {
        return headers.idempotencyKey()
                .map(key -> "api key" + key + fingerprint())
                .orElse("api key");
    }

    private String fingerprint() {
        return new Digest()
                .part(request.getMethod())
                .part(request.getRequestURI())
                .part(Objects.requireNonNullElse(request.getQueryString(), ""))
                .part(body.bytes())
                .part(Objects.requireNonNullElse(ifMatch(), ""))
                .hex();
    }
}
