package dev.patchbay.server.store;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The last uses that were noted in this process, until they are saved. Who wants to know what is saved, too, looks here first: what is
 * saved meanwhile is not here any more.
 */
final class Unsaved<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Unsaved.class);

    private final Map<Long, T> uses = new ConcurrentHashMap<>();
    private final TransactionTemplate together;
    private final BiConsumer<Long, T> saving;
    private final String what;

    /**
     * Nothing yet.
     *
     * @param saving writes one use, unless a later one is saved
     * @param what is kept in memory, for the log
     */
    Unsaved(DataSource database, BiConsumer<Long, T> saving, String what) {
        this.together = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.saving = saving;
        this.what = what;
    }

    void note(long id, T use) {
        uses.put(id, use);
    }

    @Nullable
    T of(long id) {
        return uses.get(id);
    }

    void forEach(BiConsumer<Long, T> action) {
        uses.forEach(action);
    }

    /** A use that was noted while its predecessor was being saved stays for the next time. */
    void save() {
        // In the order of the ids: two processes that save the same ones wait for each other one way only.
        Map<Long, T> now = new TreeMap<>(uses);
        if (now.isEmpty()) {
            return;
        }
        try {
            together.executeWithoutResult(status -> now.forEach(saving));
            now.forEach(uses::remove);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("{} is kept in memory, it cannot be saved: {}", what, e.getMessage());
        }
    }
}
