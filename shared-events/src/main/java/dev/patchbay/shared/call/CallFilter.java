package dev.patchbay.shared.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are asked for; null where any will do.
 *
 * @param projectId calls belong to the project that their number serves, or served last, also when it was withdrawn
 * @param from calls that began at this time or later, in whole seconds
 * @param to calls that began before this time, in whole seconds
 */
public record CallFilter(
        @Nullable Long virtualNumberId,
        @Nullable Long operatorId,
        @Nullable Long projectId,
        @Nullable CallStatus status,
        @Nullable CallDirection direction,
        @Nullable Instant from,
        @Nullable Instant to) {}
