package dev.patchbay.rest.answer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What a request is answered with.
 *
 * @param body JSON unless the headers say otherwise; empty for none
 */
public record Reply(int status, Map<String, String> headers, String body) {
    public static final String POSITION = "Patchbay-Position";

    public Reply {
        // In their order, which Map.copyOf would lose.
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public static Reply of(int status, Object body) {
        return new Reply(status, Map.of(), Json.write(body));
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), "");
    }

    public static Reply data(int status, Object view) {
        return of(status, new Data(view));
    }

    public static Reply list(List<?> entries, @Nullable Meta meta) {
        return meta == null ? data(200, entries) : of(200, new DataPage(entries, meta));
    }

    public static Reply success() {
        return of(200, Map.of("success", true));
    }

    public static Reply error(int status, String message) {
        return of(status, Map.of("error", message));
    }

    /** An error with a word for programs and a sentence for people. */
    public static Reply coded(int status, String code, String message) {
        return of(status, new Coded(code, message));
    }

    public static Reply errors(List<String> messages) {
        return of(422, Map.of("errors", messages));
    }

    /** The write is durable, but the view that it would be answered with is not there yet. */
    public static Reply accepted(long position) {
        return of(202, Map.of("position", position)).at(position);
    }

    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }

    public Reply at(long position) {
        return with(POSITION, Long.toString(position));
    }

    /** With the validator of this answer. */
    public Reply tagged(long version) {
        return with(HttpHeaders.ETAG, EntityTag.of(version, body).header());
    }

    /** This answer, or 304 when the client has it already. */
    public Reply unlessKnown(@Nullable String ifNoneMatch, long version) {
        if (ifNoneMatch == null || !EntityTag.of(version, body).isAmong(ifNoneMatch)) {
            return this;
        }
        return new Reply(304, headers, "");
    }

    /** A part of a list that goes on where the cursor says. */
    public static Reply part(Object entries, @Nullable String nextCursor, int perPage) {
        return of(200, new DataPage(entries, new CursorMeta(nextCursor, perPage)));
    }

    /** Where a page lies in its list. */
    public record Meta(int currentPage, long totalPages, long totalCount, int perPage) {}

    private record Coded(String error, String message) {}

    private record Data(Object data) {}

    private record DataPage(Object data, Object meta) {}

    private record CursorMeta(@Nullable String nextCursor, int perPage) {}
}
