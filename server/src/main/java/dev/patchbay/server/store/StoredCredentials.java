package dev.patchbay.server.store;

import dev.patchbay.rest.caller.Credentials;
import dev.patchbay.server.ConditionalOnRole;
import dev.patchbay.server.ServerSettings.Role;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Gatherers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ConcurrentLruCache;

/** Digests and last uses of keys in the private database; another process may have seen a later use. */
@Component
@ConditionalOnRole(Role.API)
public class StoredCredentials implements Credentials {

    private static final long FLUSH_MILLIS = 5_000;

    /** So many keys need no look into the database. */
    private static final int KNOWN = 10_000;

    /** So many keys are asked about with one statement: databases have a limit. */
    private static final int AT_ONCE = 1_000;

    private final JdbcClient writing;
    private final JdbcClient reading;
    private final TransactionTemplate together;
    private final ConcurrentLruCache<String, OptionalLong> known = new ConcurrentLruCache<>(KNOWN, this::stored);
    private final Unsaved<Instant> unsaved;

    StoredCredentials(PrivateDatabase database) {
        this.writing = JdbcClient.create(database.writer());
        this.reading = JdbcClient.create(database.readers());
        this.together = new TransactionTemplate(new DataSourceTransactionManager(database.writer()));
        this.unsaved = new Unsaved<>(database.writer(), this::save, "the last use of keys");
    }

    @Override
    public void store(long apiKeyId, String digest) {
        Faults.translated("the digest of a key cannot be stored", () -> {
            together.executeWithoutResult(status -> {
                writing.sql("delete from credential where api_key_id = ? or digest = ?")
                        .params(apiKeyId, digest)
                        .update();
                writing.sql("insert into credential (api_key_id, digest) values (?, ?)")
                        .params(apiKeyId, digest)
                        .update();
            });
            known.remove(digest);
        });
    }

    /** What was found once stays so; what was not may come. */
    @Override
    public OptionalLong find(String digest) {
        OptionalLong found = known.get(digest);
        if (found.isEmpty()) {
            known.remove(digest);
        }
        return found;
    }

    private OptionalLong stored(String digest) {
        return Faults.translated(
                "a key cannot be looked up",
                () -> reading.sql("select api_key_id from credential where digest = ?")
                        .param(digest)
                        .query(Long.class)
                        .optional()
                        .map(OptionalLong::of)
                        .orElseGet(OptionalLong::empty));
    }

    @Override
    public void touch(long apiKeyId, Instant at) {
        unsaved.note(apiKeyId, at);
    }

    @Override
    public Map<Long, Instant> lastUsed(Collection<Long> apiKeyIds) {
        Map<Long, Instant> last = new HashMap<>();
        for (long id : apiKeyIds) {
            Instant here = unsaved.of(id);
            if (here != null) {
                last.put(id, here);
            }
        }
        apiKeyIds.stream().gather(Gatherers.windowFixed(AT_ONCE)).forEach(ids -> addSaved(ids, last));
        return last;
    }

    private void addSaved(List<Long> apiKeyIds, Map<Long, Instant> last) {
        Faults.translated("the last uses of keys cannot be looked up", () -> {
            reading.sql("select api_key_id, last_used_at from key_use where api_key_id in (:ids)")
                    .param("ids", apiKeyIds)
                    .query(row -> {
                        Instant at = Instant.ofEpochMilli(row.getLong("last_used_at"));
                        last.merge(row.getLong("api_key_id"), at, (one, other) -> one.isBefore(other) ? other : one);
                    });
        });
    }

    /** Whether the first key was shown to whoever started the server. */
    public boolean isFirstKeyAnnounced() {
        return reading.sql("select count(*) from credential where announced = 1")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Notes that the first key was shown. */
    public void firstKeyAnnounced(long apiKeyId) {
        writing.sql("update credential set announced = 1 where api_key_id = ?")
                .param(apiKeyId)
                .update();
    }

    @PreDestroy
    @Scheduled(fixedDelay = FLUSH_MILLIS)
    void save() {
        unsaved.save();
    }

    private void save(long apiKeyId, Instant at) {
        writing.sql("""
                        insert into key_use (api_key_id, last_used_at) values (?, ?)
                        on conflict (api_key_id) do update set last_used_at = excluded.last_used_at
                        where excluded.last_used_at > key_use.last_used_at""").params(apiKeyId, at.toEpochMilli()).update();
    }
}
