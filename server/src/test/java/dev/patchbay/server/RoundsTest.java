package dev.patchbay.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @Test
    void go_on_after_an_error() throws Exception {
        AtomicInteger pieces = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(2);
        Rounds rounds = new Rounds(
                "errors",
                () -> {
                    done.countDown();
                    if (pieces.getAndIncrement() == 0) {
                        throw new AssertionError("a mistake in the code, as this test means it to be");
                    }
                    return Optional.empty();
                },
                CLOCK,
                Duty.ALONE);
        rounds.start();
        while (pieces.get() == 0) {
            Thread.onSpinWait();
        }
        rounds.wake();

        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        rounds.stop();
    }

    @Test
    void come_to_their_end_while_others_do() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(2);
        Rounds one = new Rounds("one", () -> waiting(begun, go), CLOCK, Duty.ALONE);
        Rounds other = new Rounds("other", () -> waiting(begun, go), CLOCK, Duty.ALONE);
        one.start();
        other.start();
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();

        one.stop(stopped::countDown);
        other.stop(stopped::countDown);

        assertThat(stopped.getCount()).isEqualTo(2);
        go.countDown();
        assertThat(stopped.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(one.isRunning()).isFalse();
    }

    private static Optional<Instant> waiting(CountDownLatch begun, CountDownLatch go) {
        begun.countDown();
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
