package dev.patchbay.shared.call;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the calls of a period come to. Calls that still ring are not counted; the others were answered or missed.
 *
 * @param from the beginning of the period; null for the first call
 * @param to the end of the period, which is no part of it; null for the last call
 * @param bucket null when there is no series
 * @param series the period part by part, without holes; empty when it was not asked for
 */
public record CallStatistics(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String bucket,
        String tz,
        long totalCalls,
        long answeredCalls,
        long missedCalls,
        long averageDurationSeconds,
        long totalDurationSeconds,
        List<Part> series) {

    public CallStatistics {
        series = List.copyOf(series);
    }

    /**
     * A part of the period: what began at {@code from} or later, and before {@code to}.
     *
     * @param from in the time zone asked for, ISO 8601 with its offset
     * @param to likewise
     */
    public record Part(
            String from,
            String to,
            long totalCalls,
            long answeredCalls,
            long missedCalls,
            long averageDurationSeconds,
            long totalDurationSeconds) {}
}
