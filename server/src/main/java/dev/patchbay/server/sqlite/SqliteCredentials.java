package dev.patchbay.server.sqlite;

import dev.patchbay.rest.caller.Credentials;
import dev.patchbay.shared.Refusal;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Digests and last uses of keys in the private database. */
@Component
public class SqliteCredentials implements Credentials {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteCredentials.class);
    private static final long FLUSH_MILLIS = 5_000;

    private final JdbcClient writing;
    private final JdbcClient reading;
    private final Map<Long, Instant> unsaved = new ConcurrentHashMap<>();

    SqliteCredentials(@Qualifier("privateDatabase") SqliteDatabase database) {
        this.writing = JdbcClient.create(database.writer());
        this.reading = JdbcClient.create(database.readers());
    }

    @Override
    public void store(long apiKeyId, String digest) {
        try {
            writing.sql("insert or replace into credential (api_key_id, digest) values (?, ?)")
                    .params(apiKeyId, digest)
                    .update();
        } catch (DataAccessException e) {
            throw new Refusal(Refusal.Reason.UNAVAILABLE, "the digest of a key cannot be stored", e);
        }
    }

    @Override
    public OptionalLong find(String digest) {
        return reading.sql("select api_key_id from credential where digest = ?")
                .param(digest)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public void touch(long apiKeyId, Instant at) {
        unsaved.put(apiKeyId, at);
    }

    @Override
    public Optional<Instant> lastUsed(long apiKeyId) {
        return Optional.ofNullable(unsaved.get(apiKeyId))
                .or(() -> reading.sql("select last_used_at from key_use where api_key_id = ?")
                        .param(apiKeyId)
                        .query(Long.class)
                        .optional()
                        .map(Instant::ofEpochMilli));
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

    /** A use that was noted while its predecessor was being saved stays for the next time. */
    @PreDestroy
    @Scheduled(fixedDelay = FLUSH_MILLIS)
    void save() {
        try {
            Map.copyOf(unsaved).forEach((key, at) -> {
                writing.sql("insert or replace into key_use (api_key_id, last_used_at) values (?, ?)")
                        .params(key, at.toEpochMilli())
                        .update();
                unsaved.remove(key, at);
            });
        } catch (DataAccessException e) {
            LOG.warn("the last use of keys is kept in memory, it cannot be saved: {}", e.getMessage());
        }
    }
}
