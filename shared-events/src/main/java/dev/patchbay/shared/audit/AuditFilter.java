package dev.patchbay.shared.audit;

import dev.patchbay.shared.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; null where any will do.
 *
 * @param text must occur in the name of the thing or in the reason, whatever the case of its letters
 * @param first entries from this position on
 * @param last entries up to this position
 */
public record AuditFilter(
        @Nullable Who actor,
        @Nullable Kind kind,
        @Nullable String id,
        @Nullable String type,
        @Nullable Long projectId,
        @Nullable String requestId,
        @Nullable String clientAddress,
        @Nullable String field,
        @Nullable String text,
        long first,
        long last) {

    /** Any entry there is. */
    public static final AuditFilter ANY = between(1, Long.MAX_VALUE);

    /** Any entry from one position to another, both included. */
    public static AuditFilter between(long first, long last) {
        return new AuditFilter(null, null, null, null, null, null, null, null, null, first, last);
    }

    /**
     * Somebody who asks.
     *
     * @param id null for whoever is of this kind
     */
    public record Who(String kind, @Nullable Long id) {}
}
