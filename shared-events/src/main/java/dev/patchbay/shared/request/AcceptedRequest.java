package dev.patchbay.shared.request;

import java.time.Instant;

/**
 * A request that took effect.
 *
 * @param position of the acceptance: the answer to the request is the one that was true there
 */
public record AcceptedRequest(String fingerprint, long result, Instant acceptedAt, long position) {}
