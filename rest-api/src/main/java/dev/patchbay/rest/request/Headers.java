package dev.patchbay.rest.request;

import dev.patchbay.rest.answer.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headers of the API's own. */
public final class Headers {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String REASON = "Patchbay-Reason";
    private static final String MIN_POSITION = "Patchbay-Min-Position";
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_USER_AGENT = 1000;
    private static final Pattern KEY = Pattern.compile("[ -~]{1,255}");
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    private final HttpServletRequest request;

    public Headers(HttpServletRequest request) {
        this.request = request;
    }

    public Optional<String> idempotencyKey() {
        return Optional.ofNullable(request.getHeader(IDEMPOTENCY_KEY)).map(key -> {
            if (!KEY.matcher(key).matches()) {
                throw Problem.badRequest("Idempotency-Key must have 1 to 255 characters");
            }
            return key;
        });
    }

    /** The client's own words, if any. */
    public Optional<String> reason() {
        return Optional.ofNullable(request.getHeader(REASON)).map(value -> {
            // The container reads headers as ISO-8859-1; clients write UTF-8.
            String reason = Utf8.decode(value.getBytes(StandardCharsets.ISO_8859_1))
                    .orElseThrow(() -> Problem.badRequest("Patchbay-Reason must be UTF-8"));
            if (reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
                throw Problem.badRequest("Patchbay-Reason must have at most 1000 characters");
            }
            return reason;
        });
    }

    /** The oldest position that may be answered from; 0 when the client does not say. */
    public long minPosition() {
        String position = request.getHeader(MIN_POSITION);
        if (position == null) {
            return 0;
        }
        if (!POSITION.matcher(position).matches()) {
            throw Problem.badRequest("Patchbay-Min-Position must be a non-negative integer");
        }
        return Long.parseLong(position);
    }

    /** As the client sent it, but not longer than anybody needs. */
    public @Nullable String userAgent() {
        String agent = request.getHeader("User-Agent");
        return agent == null || agent.length() <= LONGEST_USER_AGENT ? agent : agent.substring(0, LONGEST_USER_AGENT);
    }

    /** All values of a header as one list, or null when there is none. */
    public @Nullable String list(String name) {
        List<String> values = Collections.list(request.getHeaders(name));
        return values.isEmpty() ? null : String.join(", ", values);
    }
}
