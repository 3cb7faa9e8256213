package dev.patchbay.benchmarks;

import java.time.Duration;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** How many requests were answered as expected, how fast, and how many were not. */
final class Result {

    private final int connections;
    private final Histogram nanos = histogram();
    private Duration elapsed;
    private long confirmed;
    private long failed;

    Result(int connections, Duration elapsed) {
        this.connections = connections;
        this.elapsed = elapsed;
    }

    /** For durations in nanoseconds of any length, exact to three digits. */
    static Histogram histogram() {
        return new Histogram(3);
    }

    /** Of rounds, as of one that took as long as all of them. */
    static Result together(Iterable<Result> rounds) {
        Result all = new Result(rounds.iterator().next().connections, Duration.ZERO);
        for (Result round : rounds) {
            all.elapsed = all.elapsed.plus(round.elapsed);
            all.add(round.nanos, round.confirmed, round.failed);
        }
        return all;
    }

    /** What was confirmed, and what failed, during the warm-up counts, too. */
    void add(Histogram nanosOfSome, long confirmedOfSome, long failedOfSome) {
        nanos.add(nanosOfSome);
        confirmed += confirmedOfSome;
        failed += failedOfSome;
    }

    /** Of something that was done once. */
    static Result of(Duration duration) {
        Result once = new Result(1, duration);
        once.nanos.recordValue(duration.toNanos());
        once.confirmed++;
        return once;
    }

    Row row(String measured) {
        return Row.ofLoad(measured, connections, perSecond(), nanos, failed);
    }

    /** To follow what goes on. */
    String text() {
        return String.format(
                Locale.ROOT,
                "%,.0f /s, p50 %.2f ms, p99 %.2f ms, %d failed",
                perSecond(),
                millis(50),
                millis(99),
                failed);
    }

    int connections() {
        return connections;
    }

    Duration elapsed() {
        return elapsed;
    }

    Histogram nanos() {
        return nanos;
    }

    long confirmed() {
        return confirmed;
    }

    long failed() {
        return failed;
    }

    /** To time: what was answered during the warm-up only does not count. */
    boolean hasAnswers() {
        return nanos.getTotalCount() > 0;
    }

    double perSecond() {
        return nanos.getTotalCount() / (elapsed.toNanos() / 1e9);
    }

    double millis(double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }
}
