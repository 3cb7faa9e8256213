package dev.patchbay.rest.audit;

import dev.patchbay.shared.Provenance.Cause;
import dev.patchbay.shared.audit.AuditEntry;
import dev.patchbay.shared.audit.FieldChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of the audit trail as it is answered; its time is exact, so that it can be asked for again. */
public record AuditEntryShape(
        long position,
        String id,
        String recordedAt,
        String type,
        EntityShape entity,
        @Nullable Long projectId,
        AuditEntry.Actor actor,
        String requestId,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String clientAddress,
        @Nullable String userAgent,
        @Nullable String reason,
        @Nullable Cause cause,
        List<FieldChange> changes) {

    /** What an entry is about. */
    public record EntityShape(
            String type, Object id, @Nullable String name) {}

    public static AuditEntryShape of(AuditEntry entry) {
        return new AuditEntryShape(
                entry.position(),
                entry.id(),
                entry.recordedAt().toString(),
                entry.type(),
                new EntityShape(
                        entry.subject().kind(),
                        entry.subject().id(),
                        entry.subject().name()),
                entry.projectId(),
                entry.actor(),
                entry.requestId(),
                entry.correlationId(),
                entry.causationId(),
                entry.clientAddress(),
                entry.userAgent(),
                entry.reason(),
                entry.cause(),
                entry.changes());
    }
}
