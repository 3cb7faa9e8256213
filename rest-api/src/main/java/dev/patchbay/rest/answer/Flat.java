package dev.patchbay.rest.answer;

import dev.patchbay.shared.Slice;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the identities' API answers, whoever gave the answer: things as they are, errors with a word for programs. */
public final class Flat {
    private static final String BASE = "/v1";
    private static final String AROUND_ONE = "{\"data\":{";
    private static final String AROUND = "{\"data\":";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String INVALID = "validation_error";
    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(400, "bad_request"),
            Map.entry(401, "unauthorized"),
            Map.entry(403, "forbidden"),
            Map.entry(404, "not_found"),
            Map.entry(405, "method_not_allowed"),
            Map.entry(409, "conflict"),
            Map.entry(412, "precondition_failed"),
            Map.entry(413, "payload_too_large"),
            Map.entry(415, "unsupported_media_type"),
            Map.entry(422, INVALID),
            Map.entry(429, "rate_limited"),
            Map.entry(500, "internal_error"),
            Map.entry(503, "unavailable"));

    private Flat() {}

    /** Members of a request are not what they must be. */
    public static Problem invalid(List<Complaint> complaints) {
        String message = complaints.stream().map(Complaint::sentence).collect(Collectors.joining("; "));
        return new Problem(Reply.of(422, new Invalid(INVALID, message, complaints)));
    }

    /** Something that a request names does not exist, or not for this caller. */
    public static Problem notFound(String what) {
        return new Problem(Reply.coded(404, "not_found", what + " not found"));
    }

    /** A part of a list. */
    public static Reply part(List<?> entries, long total, Slice slice) {
        return Reply.of(200, new Part(entries, total, slice.limit(), slice.offset()));
    }

    static boolean isSpoken(HttpServletRequest request) {
        return AskedPath.isBelow(BASE, AskedPath.of(request));
    }

    /** The same in the words of this API. */
    static Reply worded(Reply reply) {
        if (reply.status() < 400) {
            return reply.body().startsWith(AROUND_ONE) && isAlone(reply.body())
                    ? saying(
                            reply,
                            reply.body().substring(AROUND.length(), reply.body().length() - 1))
                    : reply;
        }
        if (!reply.body().startsWith("{\"error")) {
            return reply;
        }
        JsonNode body = JSON.readTree(reply.body());
        if (body.has("message")) {
            return reply;
        }
        String message = body.optional("errors")
                .map(errors -> errors.valueStream().map(JsonNode::asString).collect(Collectors.joining("; ")))
                .orElseGet(() -> body.path("error").asString());
        Reply worded = reply.status() == 422
                ? Reply.of(422, new Invalid(INVALID, message, List.of()))
                : Reply.coded(reply.status(), CODES.getOrDefault(reply.status(), "error"), message);
        return saying(reply, worded.body());
    }

    /** Whether nothing else is said than the thing itself: not where a list of its parts goes on. */
    private static boolean isAlone(String body) {
        return JSON.readTree(body).size() == 1;
    }

    private static Reply saying(Reply reply, String body) {
        return new Reply(reply.status(), reply.headers(), body);
    }

    private record Invalid(String error, String message, List<Complaint> details) {}

    private record Part(List<?> data, long total, int limit, long offset) {}
}
