package dev.patchbay.rest.call;

import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.request.Line;

/**
 * What became of one line of a batch.
 *
 * @param members what else there is to say, as the members of a JSON object
 */
record LineResult(long line, int status, String members) {

    static LineResult of(Line line, int status, long callId) {
        return new LineResult(line.number(), status, "\"id\":" + callId);
    }

    /** The same that a request of its own would be answered. */
    static LineResult of(Line line, Reply reply) {
        String object = reply.body();
        return new LineResult(line.number(), reply.status(), object.substring(1, object.length() - 1));
    }

    /** Durable, but not to be seen yet. */
    LineResult unseen() {
        return status == 201 ? new LineResult(line, 202, members) : this;
    }

    String json() {
        return "{\"line\":" + line + ",\"status\":" + status + "," + members + "}";
    }
}
