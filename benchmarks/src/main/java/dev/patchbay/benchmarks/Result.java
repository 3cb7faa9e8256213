package dev.patchbay.benchmarks;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How many requests were answered as expected, how fast, and how many were not. */
final class Result {

    private final int connections;
    private final Duration elapsed;
    private final Histogram nanos = histogram();
    private long failed;

    Result(int connections, Duration elapsed) {
        this.connections = connections;
        this.elapsed = elapsed;
    }

    /** For durations in nanoseconds, exact to three digits. */
    static Histogram histogram() {
        return new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
    }

    void add(Histogram nanosOfSome, long failedOfSome) {
        nanos.add(nanosOfSome);
        failed += failedOfSome;
    }

    Row row(String measured) {
        return Row.ofLoad(measured, connections, perSecond(), nanos, failed);
    }

    private double perSecond() {
        return nanos.getTotalCount() / (elapsed.toNanos() / 1e9);
    }
}
