package dev.patchbay.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ResultTest {

    @Test
    void of_several_rounds_is_that_of_one_long_one() {
        Result together = Result.together(List.of(round(1, 100, 5), round(3, 100, 20)));
        assertThat(together.perSecond()).isEqualTo(50);
        assertThat(together.millis(50)).isBetween(4.9, 5.1);
        assertThat(together.millis(99)).isBetween(19.9, 20.1);
        assertThat(together.failed()).isEqualTo(2);
        assertThat(together.confirmed()).isEqualTo(200);
    }

    @Test
    void may_have_taken_minutes() {
        Result start = Result.of(Duration.ofMinutes(7));
        assertThat(start.millis(50)).isBetween(419_500.0, 420_500.0);
        assertThat(Result.together(List.of(round(1, 1, 5), start)).millis(100)).isBetween(419_500.0, 420_500.0);
    }

    private static Result round(int seconds, int answers, int millis) {
        Histogram nanos = Result.histogram();
        nanos.recordValueWithCount(Duration.ofMillis(millis).toNanos(), answers);
        Result round = new Result(64, Duration.ofSeconds(seconds));
        round.add(nanos, answers, 1);
        return round;
    }
}
