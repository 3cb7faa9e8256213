package dev.patchbay.server.store;

import dev.patchbay.shared.Refusal;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What a fault of a private table means to whoever needs it: it may pass. */
final class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    /** Asks a table; a fault becomes a refusal that says what cannot be done. */
    static <T> T translated(String what, Supplier<T> access) {
        try {
            return access.get();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("{}: {}", what, e.getMessage());
            throw new Refusal(Refusal.Reason.UNAVAILABLE, what, e);
        }
    }

    /** The same where nothing is answered. */
    static void translated(String what, Runnable access) {
        boolean unused = translated(what, () -> {
            access.run();
            return true;
        });
    }
}
