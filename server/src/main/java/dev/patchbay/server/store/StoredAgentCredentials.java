package dev.patchbay.server.store;

import dev.patchbay.rest.caller.AgentCredentials;
import dev.patchbay.server.ConditionalOnRole;
import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.shared.Refusal;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Digests of the secrets of agents, and when agents acted last, in the private database; another process may have seen them later. */
@Component
@ConditionalOnRole(Role.API)
public class StoredAgentCredentials implements AgentCredentials {

    private static final long FLUSH_MILLIS = 5_000;

    /** So many pairs are remembered for when the database is away. */
    private static final int KNOWN = 10_000;

    private final JdbcClient writing;
    private final JdbcClient reading;
    private final Map<String, Pair> known = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pair> eldest) {
            return size() > KNOWN;
        }
    });
    private final Unsaved<Use> unsaved;

    private record Use(String apiKey, Instant at) {}

    StoredAgentCredentials(PrivateDatabase database) {
        this.writing = JdbcClient.create(database.writer());
        this.reading = JdbcClient.create(database.readers());
        this.unsaved = new Unsaved<>(database.writer(), this::save, "when agents acted last");
    }

    @Override
    public void store(long agentId, String apiKey, String secretDigest) {
        Faults.translated("the digest of a secret cannot be stored", () -> {
            writing.sql("""
                            insert into agent_credential (api_key, agent_id, secret_digest) values (?, ?, ?)
                            on conflict (api_key) do update
                            set agent_id = excluded.agent_id, secret_digest = excluded.secret_digest
                            where agent_credential.agent_id <> excluded.agent_id
                                or agent_credential.secret_digest <> excluded.secret_digest""").params(apiKey, agentId, secretDigest).update();
        });
    }

    /** What was found last counts while the table cannot be asked. */
    @Override
    public Optional<Pair> find(String apiKey) {
        try {
            Optional<Pair> found = stored(apiKey);
            found.ifPresentOrElse(pair -> known.put(apiKey, pair), () -> known.remove(apiKey));
            return found;
        } catch (Refusal unavailable) {
            Pair last = known.get(apiKey);
            if (last == null) {
                throw unavailable;
            }
            return Optional.of(last);
        }
    }

    private Optional<Pair> stored(String apiKey) {
        return Faults.translated(
                "a pair of keys cannot be looked up",
                () -> reading.sql("select agent_id, secret_digest from agent_credential where api_key = ?")
                        .param(apiKey)
                        .query((row, index) -> new Pair(row.getLong("agent_id"), row.getString("secret_digest")))
                        .optional());
    }

    @Override
    public void touch(long agentId, String apiKey, Instant at) {
        unsaved.note(agentId, new Use(apiKey, at));
    }

    @Override
    public Optional<Instant> lastActive(long agentId, @Nullable String apiKey) {
        return Stream.concat(Stream.ofNullable(unsaved.of(agentId)), saved(agentId).stream())
                .max(Comparator.comparing(Use::at))
                .filter(use -> apiKey == null || use.apiKey().equals(apiKey))
                .map(Use::at);
    }

    private Optional<Use> saved(long agentId) {
        return Faults.translated(
                "when an agent acted last cannot be looked up",
                () -> reading.sql("select api_key, last_active_at from agent_use where agent_id = ?")
                        .param(agentId)
                        .query((row, index) ->
                                new Use(row.getString("api_key"), Instant.ofEpochMilli(row.getLong("last_active_at"))))
                        .optional());
    }

    @Override
    public Set<Long> activeSince(Instant time) {
        Set<Long> active = new HashSet<>();
        unsaved.forEach((agent, use) -> {
            if (!use.at().isBefore(time)) {
                active.add(agent);
            }
        });
        active.addAll(Faults.translated(
                "who acted lately cannot be looked up",
                () -> reading.sql("select agent_id from agent_use where last_active_at >= ?")
                        .param(time.toEpochMilli())
                        .query(Long.class)
                        .list()));
        return active;
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
        writing.sql("""
                        update agent_credential set announced = case when api_key = ? then 1 else 0 end
                        where announced <> case when api_key = ? then 1 else 0 end""").params(apiKey, apiKey).update();
    }

    @PreDestroy
    @Scheduled(fixedDelay = FLUSH_MILLIS)
    void save() {
        unsaved.save();
    }

    private void save(long agentId, Use use) {
        writing.sql("""
                        insert into agent_use (agent_id, api_key, last_active_at) values (?, ?, ?)
                        on conflict (agent_id) do update
                        set api_key = excluded.api_key, last_active_at = excluded.last_active_at
                        where excluded.last_active_at > agent_use.last_active_at""").params(agentId, use.apiKey(), use.at().toEpochMilli()).update();
    }
}
