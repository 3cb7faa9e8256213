package dev.patchbay.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.benchmarks.Comparison.Standing;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Standing OWN = standing(false, true, 3_000);
    private static final Standing SYNCED = standing(true, true, 1_000);
    private static final Standing SLOW = standing(true, true, 10);
    private static final Standing UNSYNCED = standing(true, false, 1_500);

    private final Comparison comparison = new Comparison(List.of(SLOW, UNSYNCED, OWN, SYNCED));

    @Test
    void is_with_the_best_of_the_stock_stores() {
        assertThat(comparison.toBestStock(OWN.score())).hasValue(2);
        assertThat(comparison.toBestStock(UNSYNCED.score())).hasValue(1);
    }

    @Test
    void may_leave_out_those_that_do_not_sync() {
        assertThat(comparison.toBestSyncedStock(OWN.score())).hasValue(3);
        assertThat(comparison.toBestSyncedStock(UNSYNCED.score())).hasValue(1.5);
    }

    @Test
    void is_empty_without_stock_stores() {
        assertThat(new Comparison(List.of(OWN)).toBestStock(OWN.score())).isEmpty();
    }

    @Test
    void leaves_out_who_failed() {
        Standing failed = new Standing(true, true, Figure.CREATING_AT_RATE.score(result(0, 500)));
        Standing failedOnce = new Standing(true, true, Figure.CREATING_AT_RATE.score(result(499, 1)));
        Standing silent = new Standing(true, true, Figure.CREATING_AT_RATE.score(result(0, 0)));
        Comparison withFailed = new Comparison(List.of(failed, failedOnce, silent, OWN, SYNCED));
        assertThat(withFailed.toBestStock(OWN.score())).hasValue(3);
        assertThat(withFailed.toBestSyncedStock(OWN.score())).hasValue(3);
        for (Standing none : List.of(failed, failedOnce, silent)) {
            assertThat(withFailed.toBestStock(none.score())).isEmpty();
        }
    }

    private static Standing standing(boolean stock, boolean synced, double score) {
        return new Standing(stock, synced, OptionalDouble.of(score));
    }

    private static Result result(int answers, int failures) {
        Histogram nanos = Result.histogram();
        nanos.recordValueWithCount(Duration.ofNanos(1).toNanos(), answers);
        Result result = new Result(64, Duration.ofSeconds(1));
        result.add(nanos, answers, failures);
        return result;
    }
}
