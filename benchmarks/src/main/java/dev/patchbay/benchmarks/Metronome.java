package dev.patchbay.benchmarks;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An open loop: requests are to be sent at even intervals, however late the answers are.
 *
 * <p>The connections share one; who is free takes the next request. How long it takes counts from when it was to be sent, so that a
 * server that stands still is charged with all that came meanwhile.
 */
final class Metronome implements Pace {

    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    private final long first;
    private final int perSecond;
    private final AtomicLong beats = new AtomicLong();

    /** The first request is to be sent at this time of {@link System#nanoTime()}. */
    Metronome(long first, int perSecond) {
        this.first = first;
        this.perSecond = perSecond;
    }

    @Override
    public long next(long now) {
        return first + Math.round(beats.getAndIncrement() * SECOND / perSecond);
    }
}
