package dev.patchbay.server.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a request must be answered with.
 *
 * @param about the thing whose version the ETag names; null when there is none
 * @param replayed whether it was said before under the same Idempotency-Key
 */
record Answer(int status, String body, World.@Nullable Thing about, boolean replayed) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer of(int status, Object body) {
        return new Answer(status, JSON.writeValueAsString(body), null, false);
    }

    static Answer data(int status, Object data) {
        return of(status, Shapes.object("data", data));
    }

    static Answer error(int status, String message) {
        return of(status, Shapes.object("error", message));
    }

    static Answer empty(int status) {
        return new Answer(status, "", null, false);
    }

    Answer about(World.Thing thing) {
        return new Answer(status, body, thing, replayed);
    }

    Answer again() {
        return new Answer(status, body, null, true);
    }

    boolean isWrittenDown() {
        return status < 300 || List.of(400, 404, 412, 422).contains(status);
    }

    /** A request that the model does not serve. */
    static final class Refused extends RuntimeException {
        final transient Answer answer;

        Refused(Answer answer) {
            super(answer.body(), null, false, false);
            this.answer = answer;
        }

        static Refused because(int status, String message) {
            return new Refused(error(status, message));
        }

        static Refused notFound() {
            return because(404, "Resource not found");
        }
    }
}
