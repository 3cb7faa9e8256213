package dev.patchbay.server.sqlite;

import dev.patchbay.rest.caller.AgentCredentials;
import dev.patchbay.shared.Refusal;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Digests of the secrets of agents, and when agents acted last, in the private database. */
@Component
public class SqliteAgentCredentials implements AgentCredentials {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteAgentCredentials.class);
    private static final long FLUSH_MILLIS = 5_000;

    private final JdbcClient writing;
    private final JdbcClient reading;
    private final Map<Long, Use> unsaved = new ConcurrentHashMap<>();

    private record Use(String apiKey, Instant at) {}

    SqliteAgentCredentials(@Qualifier("privateDatabase") SqliteDatabase database) {
        this.writing = JdbcClient.create(database.writer());
        this.reading = JdbcClient.create(database.readers());
    }

    @Override
    public void store(long agentId, String apiKey, String secretDigest) {
        try {
            writing.sql("""
                    insert into agent_credential (api_key, agent_id, secret_digest) values (?, ?, ?)
                    on conflict do update set agent_id = excluded.agent_id, secret_digest = excluded.secret_digest
                    where agent_id <> excluded.agent_id or secret_digest <> excluded.secret_digest""").params(apiKey, agentId, secretDigest).update();
        } catch (DataAccessException e) {
            throw new Refusal(Refusal.Reason.UNAVAILABLE, "the digest of a secret cannot be stored", e);
        }
    }

    @Override
    public Optional<Pair> find(String apiKey) {
        return reading.sql("select agent_id, secret_digest from agent_credential where api_key = ?")
                .param(apiKey)
                .query((row, index) -> new Pair(row.getLong("agent_id"), row.getString("secret_digest")))
                .optional();
    }

    @Override
    public void touch(long agentId, String apiKey, Instant at) {
        unsaved.put(agentId, new Use(apiKey, at));
    }

    @Override
    public Optional<Instant> lastActive(long agentId, @Nullable String apiKey) {
        return Optional.ofNullable(unsaved.get(agentId))
                .or(() -> saved(agentId))
                .filter(use -> apiKey == null || use.apiKey().equals(apiKey))
                .map(Use::at);
    }

    private Optional<Use> saved(long agentId) {
        return reading.sql("select api_key, last_active_at from agent_use where agent_id = ?")
                .param(agentId)
                .query((row, index) ->
                        new Use(row.getString("api_key"), Instant.ofEpochMilli(row.getLong("last_active_at"))))
                .optional();
    }

    /** Whether there is a pair that whoever runs the server comes in with: it was issued and shown, or set. */
    public boolean isAnyAnnounced() {
        return reading.sql("select count(*) from agent_credential where announced = 1")
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Notes that it is this pair from now on. */
    public void announced(String apiKey) {
        writing.sql("update agent_credential set announced = (api_key = ?) where announced <> (api_key = ?)")
                .params(apiKey, apiKey)
                .update();
    }

    /** A use that was noted while its predecessor was being saved stays for the next time. */
    @PreDestroy
    @Scheduled(fixedDelay = FLUSH_MILLIS)
    void save() {
        try {
            Map.copyOf(unsaved).forEach((agent, use) -> {
                writing.sql("insert or replace into agent_use (agent_id, api_key, last_active_at) values (?, ?, ?)")
                        .params(agent, use.apiKey(), use.at().toEpochMilli())
                        .update();
                unsaved.remove(agent, use);
            });
        } catch (DataAccessException e) {
            LOG.warn("when agents acted last is kept in memory, it cannot be saved: {}", e.getMessage());
        }
    }
}
