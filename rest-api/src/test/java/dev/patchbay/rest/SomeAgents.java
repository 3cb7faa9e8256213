package dev.patchbay.rest;

import dev.patchbay.rest.answer.Digest;
import dev.patchbay.rest.caller.AgentCredentials;
import dev.patchbay.shared.agent.AgentAuthority;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Agents with keys: one who may do everything that is asked here, one who may nothing, one who is disabled, one who is gone. */
final class SomeAgents implements AgentCredentials {
    static final String SECRET = "s".repeat(64);
    static final String ADMIN = "a".repeat(32);
    static final String CLERK = "c".repeat(32);
    static final String DISABLED = "d".repeat(32);
    static final String GONE = "g".repeat(32);
    static final String REPLACED = "r".repeat(32);

    final Map<Long, AgentAuthority> authorities = new HashMap<>();
    private final Map<String, Pair> pairs = new ConcurrentHashMap<>();
    private final Map<Long, Instant> active = new ConcurrentHashMap<>();

    SomeAgents() {
        agent(1, ADMIN, true, "users:manage", "teams:manage", "roles:manage", "activity_logs:manage");
        agent(2, CLERK, true);
        agent(3, DISABLED, false, "users:manage");
        pairs.put(GONE, new Pair(4, Digest.of(SECRET)));
        pairs.put(REPLACED, new Pair(1, Digest.of(SECRET)));
    }

    @Override
    public void store(long agentId, String apiKey, String secretDigest) {
        pairs.put(apiKey, new Pair(agentId, secretDigest));
    }

    @Override
    public Optional<Pair> find(String apiKey) {
        return Optional.ofNullable(pairs.get(apiKey));
    }

    @Override
    public void touch(long agentId, String apiKey, Instant at) {
        active.put(agentId, at);
    }

    @Override
    public Optional<Instant> lastActive(long agentId, String apiKey) {
        return Optional.ofNullable(active.get(agentId));
    }

    @Override
    public Set<Long> activeSince(Instant time) {
        return active.entrySet().stream()
                .filter(each -> !each.getValue().isBefore(time))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void agent(long id, String apiKey, boolean enabled, String... permissions) {
        pairs.put(apiKey, new Pair(id, Digest.of(SECRET)));
        authorities.put(id, new AgentAuthority(1, enabled, apiKey, Set.of(permissions)));
    }
}
