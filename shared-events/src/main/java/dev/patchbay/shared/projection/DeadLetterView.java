package dev.patchbay.shared.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a projection could not take in, or that follows one in its stream.
 *
 * @param stream of the thing that it is about, such as {@code operator-42}
 * @param error why the projection failed on it; null when it waits for an earlier one
 * @param attempts how often it was tried; 0 when it waits for an earlier one
 */
public record DeadLetterView(
        long position,
        String eventId,
        String type,
        String stream,
        Instant recordedAt,
        @Nullable String error,
        long attempts) {}
