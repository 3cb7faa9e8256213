package dev.patchbay.rest.caller;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What is known about API keys beyond what the log says, and must never be in the log: their digests and their last use.
 *
 * <p>A digest is the SHA-256 of the whole key, as 64 lower-case hexadecimal digits. That a digest is known does not mean
 * that its key is good: whether it was issued, was revoked or has expired is for the views to say.
 */
public interface Credentials {

    /**
     * Remembers that a key has this digest, and no other; durable when it returns. Called before the key is issued, and again with the
     * same values when the request is tried again. The id of a creation that failed may be given out again: then the new
     * digest replaces the old one, whose key was never issued and must not open what another was given.
     *
     * @throws dev.patchbay.shared.Refusal as unavailable when it cannot be written
     */
    void store(long apiKeyId, String digest);

    /** The id of the key with this digest, or empty when none was stored. Called for every request. */
    OptionalLong find(String digest);

    /** Notes that a key was used; cheap, never waits for a disk, never fails. What was noted last may be lost in a crash. */
    void touch(long apiKeyId, Instant at);

    /** When keys were used last, by what {@link #touch} noted in this process and what was kept before; without those that never were. */
    Map<Long, Instant> lastUsed(Collection<Long> apiKeyIds);
}
