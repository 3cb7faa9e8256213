package dev.patchbay.shared;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, from where and why: metadata on every command and, copied from there, on every event.
 *
 * @param accountId the account on whose behalf it happens
 * @param actorKind {@code api_key}, {@code agent}, {@code carrier} for what a telephone carrier reports, or {@code system}
 * @param actorId the number of the key or the agent; 0 for the others
 * @param requestId what the client, or the server, called the request
 * @param reason the client's own words, if any
 */
public record Provenance(
        long accountId,
        String actorKind,
        long actorId,
        String requestId,
        @Nullable String clientAddress,
        @Nullable String userAgent,
        @Nullable String reason,
        @Nullable Cause cause) {

    /**
     * What in the history led to it, rather than a new wish.
     *
     * @param kind {@code undo} of the request that was recorded at the position, or {@code restore} of what was so at the position
     */
    public record Cause(String kind, long position) {
        public static final String UNDO = "undo";
        public static final String RESTORE = "restore";
    }

    public static final String ACCOUNT_ID = "account_id";
    public static final String ACTOR_KIND = "actor_kind";
    public static final String ACTOR_ID = "actor_id";
    public static final String REQUEST_ID = "request_id";
    public static final String CLIENT_ADDRESS = "client_address";
    public static final String USER_AGENT = "user_agent";
    public static final String REASON = "reason";
    public static final String CAUSE_KIND = "cause_kind";
    public static final String CAUSE_POSITION = "cause_position";

    /** Somebody wants something new. */
    public Provenance(
            long accountId,
            String actorKind,
            long actorId,
            String requestId,
            @Nullable String clientAddress,
            @Nullable String userAgent,
            @Nullable String reason) {
        this(accountId, actorKind, actorId, requestId, clientAddress, userAgent, reason, null);
    }

    /** What the service does by itself, such as opening the first account. */
    public static Provenance system(String requestId) {
        return system(1, requestId);
    }

    /** The same for another account. */
    public static Provenance system(long accountId, String requestId) {
        return new Provenance(accountId, "system", 0, requestId, null, null, null);
    }

    public Map<String, Object> toMetaData() {
        Map<String, Object> entries = new HashMap<>();
        entries.put(ACCOUNT_ID, accountId);
        entries.put(ACTOR_KIND, actorKind);
        entries.put(ACTOR_ID, actorId);
        entries.put(REQUEST_ID, requestId);
        putIfPresent(entries, CLIENT_ADDRESS, clientAddress);
        putIfPresent(entries, USER_AGENT, userAgent);
        putIfPresent(entries, REASON, reason);
        if (cause != null) {
            entries.put(CAUSE_KIND, cause.kind());
            entries.put(CAUSE_POSITION, cause.position());
        }
        return entries;
    }

    /** The provenance in a message's metadata, or empty when it does not say who, for whom and in which request. */
    public static Optional<Provenance> from(MetaData metaData) {
        if (metaData.get(ACCOUNT_ID) instanceof Number account
                && metaData.get(ACTOR_KIND) instanceof String kind
                && metaData.get(ACTOR_ID) instanceof Number actor
                && metaData.get(REQUEST_ID) instanceof String request) {
            return Optional.of(new Provenance(
                    account.longValue(),
                    kind,
                    actor.longValue(),
                    request,
                    (String) metaData.get(CLIENT_ADDRESS),
                    (String) metaData.get(USER_AGENT),
                    (String) metaData.get(REASON),
                    cause(metaData)));
        }
        return Optional.empty();
    }

    private static @Nullable Cause cause(MetaData metaData) {
        return metaData.get(CAUSE_KIND) instanceof String kind
                        && metaData.get(CAUSE_POSITION) instanceof Number position
                ? new Cause(kind, position.longValue())
                : null;
    }

    private static void putIfPresent(Map<String, Object> entries, String key, @Nullable String value) {
        if (value != null) {
            entries.put(key, value);
        }
    }
}
