package dev.patchbay.rest.caller;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the key pairs of agents beyond what the log says, and must never be in the log: the digests of their secrets
 * and their last use.
 *
 * <p>That a pair is known does not mean that it is good: whether it was issued, and is the agent's only one, is for the views to say.
 */
public interface AgentCredentials {

    /** Half of what makes a pair. */
    record Pair(long agentId, String secretDigest) {}

    /**
     * Remembers a pair; durable when it returns. Called before the pair is issued, and again with the same values when the request
     * is tried again.
     *
     * @param secretDigest the SHA-256 of the secret, as 64 lower-case hexadecimal digits
     * @throws dev.patchbay.shared.Refusal as unavailable when it cannot be written
     */
    void store(long agentId, String apiKey, String secretDigest);

    /** The pair with this key, or empty when none was stored. Called for every request. */
    Optional<Pair> find(String apiKey);

    /** Notes that an agent acted; cheap, never waits for a disk, never fails. What was noted last may be lost in a crash. */
    void touch(long agentId, String apiKey, Instant at);

    /** When an agent acted last, with this key or, where it is null, with any; empty when never. */
    Optional<Instant> lastActive(long agentId, @Nullable String apiKey);

    /** All agents who acted at this time or later. */
    Set<Long> activeSince(Instant time);
}
