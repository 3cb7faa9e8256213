package dev.patchbay.shared.projection;

import org.jspecify.annotations.Nullable;

/**
 * How far a replay is.
 *
 * @param eventsDone how many events are in the new views
 * @param eventsTotal how many there are to be
 * @param eventsPerSecond how fast it went lately
 * @param secondsLeft how long it takes at this rate; null when nobody can say
 */
public record ReplayProgress(
        long eventsDone,
        long eventsTotal,
        long eventsPerSecond,
        @Nullable Long secondsLeft) {}
