package dev.patchbay.shared.audit;

import dev.patchbay.shared.Provenance.Cause;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event, as somebody reads it who wants to know who changed what.
 *
 * @param id of the event
 * @param subject the thing that it is about
 * @param projectId the project that the thing belongs to or, of a link, that it is about; null for none
 * @param correlationId the message that a chain of messages began with
 * @param causationId the message that led to this event
 * @param reason the client's own words, if any
 * @param cause what in the history it takes back, or brings back; null for what somebody newly wanted
 * @param changes what was before and what was after, field by field; none where the event says nothing that clients see
 */
public record AuditEntry(
        long position,
        String id,
        Instant recordedAt,
        String type,
        Subject subject,
        @Nullable Long projectId,
        Actor actor,
        String requestId,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String clientAddress,
        @Nullable String userAgent,
        @Nullable String reason,
        @Nullable Cause cause,
        List<FieldChange> changes) {

    public AuditEntry {
        changes = List.copyOf(changes);
    }

    /**
     * A thing, as its clients know it.
     *
     * @param kind such as {@code virtual_number}
     * @param id a number, or a UUID where that is what clients know
     * @param name what it was called then; null when it had no name
     */
    public record Subject(String kind, Object id, @Nullable String name) {}

    /**
     * Who asked.
     *
     * @param kind {@code api_key}, {@code agent}, {@code carrier} or {@code system}
     * @param id the number of the key or the agent; null for the others
     * @param name what the key or the agent was called then; null where that is nobody's to know
     * @param keyPrefix the first characters of the key
     */
    public record Actor(
            String kind,
            @Nullable Long id,
            @Nullable String name,
            @Nullable String keyPrefix) {}
}
