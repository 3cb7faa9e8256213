package dev.patchbay.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetronomeTest {

    private static final long FIRST = 7_000;
    private static final long MILLISECOND = 1_000_000;

    private final Metronome metronome = new Metronome(FIRST, 1_000);

    @Test
    void beats_at_even_intervals_however_late_it_is() {
        assertThat(metronome.next(FIRST)).isEqualTo(FIRST);
        assertThat(metronome.next(FIRST + 50 * MILLISECOND)).isEqualTo(FIRST + MILLISECOND);
        assertThat(metronome.next(FIRST + 51 * MILLISECOND)).isEqualTo(FIRST + 2 * MILLISECOND);
    }

    @Test
    void does_not_drift_at_a_rate_that_divides_no_second() {
        Metronome thirds = new Metronome(FIRST, 3);
        for (int beat = 0; beat < 3_000; beat++) {
            thirds.next(FIRST);
        }
        assertThat(thirds.next(FIRST)).isEqualTo(FIRST + 1_000_000 * MILLISECOND);
    }
}
