package dev.patchbay.server.fault;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a client wants, asked for until it is answered, always under the same key; each time under another request id, so that
 * the log tells which time it was that took effect.
 */
final class Operation {

    /** What stands between the key and what makes a request id of it. */
    static final char OF = '#';

    private final String key;
    private final String client;
    private final String method;
    private final String path;
    private final @Nullable String body;
    private final @Nullable String ifMatch;
    private final Expected expected;
    private int attempts;
    private long begun;
    private long ended;
    private @Nullable Reply answer;
    private @Nullable Client lastAsked;

    /**
     * What is in the log once it has taken effect.
     *
     * @param type of an event
     * @param values some of its members
     */
    record Expected(String type, Map<String, Object> values) {}

    Operation(
            String key,
            String client,
            String method,
            String path,
            @Nullable String body,
            @Nullable String ifMatch,
            Expected expected) {
        this.key = key;
        this.client = client;
        this.method = method;
        this.path = path;
        this.body = body;
        this.ifMatch = ifMatch;
        this.expected = expected;
    }

    /** Makes the next attempt. */
    Reply ask(Client at) throws IOException {
        lastAsked = at;
        return at.exchange(method, path, body, attempt());
    }

    /** The headers of the next attempt. */
    String[] attempt() {
        if (attempts == 0) {
            begun = System.nanoTime();
        }
        attempts++;
        String requestId = key + OF + client + "." + attempts;
        return ifMatch == null
                ? new String[] {"Idempotency-Key", key, "X-Request-Id", requestId}
                : new String[] {"Idempotency-Key", key, "X-Request-Id", requestId, "If-Match", ifMatch};
    }

    /** It is over: nothing else will be asked. */
    void answered(Reply reply) {
        ended = System.nanoTime();
        answer = reply;
    }

    String key() {
        return key;
    }

    Expected expected() {
        return expected;
    }

    /** When it was asked for the first time, in nanoseconds of this process. */
    long begun() {
        return begun;
    }

    /** When it was answered, in nanoseconds of this process. */
    long ended() {
        return ended;
    }

    /** Whether the answer says that it has been done. */
    boolean isAcknowledged() {
        return answer().status() < 300;
    }

    Reply answer() {
        if (answer == null) {
            throw new IllegalStateException(this + " is not answered");
        }
        return answer;
    }

    /** Where it was asked for last. */
    Client lastAsked() {
        return Objects.requireNonNull(lastAsked);
    }

    /** The version that must have been the last one; nothing when any will do. */
    java.util.OptionalLong version() {
        return ifMatch == null
                ? java.util.OptionalLong.empty()
                : java.util.OptionalLong.of(Long.parseLong(ifMatch.substring(1, ifMatch.indexOf('-'))));
    }

    @Override
    public String toString() {
        return key + ": " + method + " " + path + (body == null ? "" : " " + body);
    }
}
