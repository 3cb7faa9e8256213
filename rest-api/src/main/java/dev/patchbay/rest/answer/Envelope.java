package dev.patchbay.rest.answer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the agents' API wraps every answer, whoever gave it: what it is, and of what type when it is an error. */
public final class Envelope {
    /** The type of an error that is of no other. */
    public static final String GENERAL = "GeneralException";

    private static final String USED = Envelope.class.getName();
    private static final String AROUND_DATA = "{\"status\":\"success\",";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BASE = "/api/v1/";
    private static final String VOICE = "/api/v1/public";
    private static final Map<Integer, String> TYPES = Map.of(
            400, "InputException",
            403, "PermissionException",
            404, "NotFoundException",
            409, "ConflictException",
            412, "ConflictException",
            422, "DataException",
            429, "RateLimitException",
            504, "NetworkException");

    private Envelope() {}

    /** From now on answers to the request are wrapped. */
    public static void use(HttpServletRequest request) {
        request.setAttribute(USED, true);
    }

    /** A request that is not served, in the words of this API. */
    public static Problem problem(int status, String message) {
        return new Problem(error(status, message));
    }

    /** The same of another type than such a status mostly has. */
    public static Problem problem(int status, String message, String type) {
        return new Problem(error(status, message, type));
    }

    /** A member of the request is missing. */
    public static Problem empty(String name) {
        return problem(400, "`" + name + "` empty");
    }

    /** A member of the request is not what it must be. */
    public static Problem invalid(String name) {
        return problem(400, "Invalid `" + name + "`");
    }

    public static Problem unauthorized() {
        return new Problem(error(401, "Invalid credential")
                .with(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"agents\", charset=\"UTF-8\""));
    }

    /** The answer as the request is to be answered: wrapped, unless it is none of this API or is wrapped already. */
    public static Reply around(Reply reply, HttpServletRequest request) {
        if (Flat.isSpoken(request)) {
            return Flat.worded(reply);
        }
        return isUsed(request) && reply.body().startsWith("{") && !reply.body().startsWith("{\"status\":")
                ? wrapped(reply)
                : reply;
    }

    private static Reply wrapped(Reply reply) {
        if (reply.status() < 400) {
            String body = reply.body().startsWith("{\"data\":")
                    ? AROUND_DATA + reply.body().substring(1)
                    : AROUND_DATA + "\"data\":" + reply.body() + "}";
            return new Reply(reply.status(), reply.headers(), body);
        }
        Reply wrapped = reworded(reply);
        return new Reply(wrapped.status(), reply.headers(), wrapped.body());
    }

    private static Reply reworded(Reply reply) {
        if (reply.body().equals(Problem.unknownPath().reply().body())) {
            return error(404, "Route not found", GENERAL);
        }
        if (reply.status() == 405) {
            return error(405, "Request method not allowed");
        }
        if (reply.status() == 500) {
            return error(500, "Something went wrong");
        }
        JsonNode body = JSON.readTree(reply.body());
        return body.optional("errors")
                .map(errors -> error(400, errors.get(0).asString()))
                .orElseGet(() -> error(reply.status(), body.path("error").asString()));
    }

    private static Reply error(int status, String message) {
        return error(status, message, TYPES.getOrDefault(status, GENERAL));
    }

    private static Reply error(int status, String message, String type) {
        return Reply.of(status, new Failure("error", message, null, type));
    }

    private static boolean isUsed(HttpServletRequest request) {
        if (request.getAttribute(USED) != null) {
            return true;
        }
        String path = AskedPath.of(request);
        return path.startsWith(BASE) && !AskedPath.isBelow(VOICE, path);
    }

    private record Failure(
            String status, String message, @Nullable Object data, String errorType) {}
}
