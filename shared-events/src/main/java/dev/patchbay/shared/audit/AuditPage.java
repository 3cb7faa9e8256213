package dev.patchbay.shared.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some entries, in the order of the log or against it.
 *
 * @param entries fewer than asked for, or none, where many had to be passed over
 * @param next the position after which, in that order, the list goes on; null at its end
 */
public record AuditPage(List<AuditEntry> entries, @Nullable Long next) {

    public AuditPage {
        entries = List.copyOf(entries);
    }
}
