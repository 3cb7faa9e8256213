package dev.patchbay.rest.exchange;

import dev.patchbay.shared.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/** Who set a field, when, why and by which event, as it is answered. */
record BlameShape(
        long position,
        String id,
        String type,
        String recordedAt,
        AuditEntry.Actor actor,
        String requestId,
        @Nullable String reason) {

    static BlameShape of(AuditEntry entry) {
        return new BlameShape(
                entry.position(),
                entry.id(),
                entry.type(),
                entry.recordedAt().toString(),
                entry.actor(),
                entry.requestId(),
                entry.reason());
    }
}
