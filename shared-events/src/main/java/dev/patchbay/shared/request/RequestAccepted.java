package dev.patchbay.shared.request;

import dev.patchbay.shared.Event;
import org.axonframework.serialization.Revision;

/**
 * A request that named an {@code Idempotency-Key} took effect, in the same commit as this fact and just before it.
 *
 * @param requestKey a digest of the caller and the key it chose
 * @param fingerprint a digest of what was asked
 * @param result the number of what the request is about or made
 */
@Revision("1")
public record RequestAccepted(String requestKey, String fingerprint, long result) implements Event {}
