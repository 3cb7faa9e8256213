package dev.patchbay.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.server.postgres.Continuity.End;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ContinuityTest {

    private final AtomicInteger losses = new AtomicInteger();
    private final Continuity continuity = new Continuity(losses::incrementAndGet);

    @Test
    void is_looked_up_by_several_at_the_same_time() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<End> other = threads.submit(() -> continuity.end((known, eventId) -> met(together)));

            assertThat(continuity.end((known, eventId) -> met(together)).position())
                    .isEqualTo(1);
            assertThat(other.get().position()).isEqualTo(1);
        }
    }

    @Test
    void is_kept_when_something_is_added_while_the_end_is_looked_up() throws SQLException {
        continuity.seen(1, "first");

        End end = continuity.end((known, eventId) -> {
            continuity.seen(2, "second");
            return new End(1, Instant.EPOCH, "first", "first");
        });

        assertThat(end.position()).isEqualTo(1);
        assertThat(losses).hasValue(0);
        continuity.end((known, eventId) -> {
            assertThat(known).isEqualTo(2);
            assertThat(eventId).isEqualTo("second");
            return new End(2, Instant.EPOCH, "second", "second");
        });
    }

    @Test
    void is_lost_for_good_when_what_was_seen_is_not_there() {
        continuity.seen(2, "second");

        assertThatThrownBy(() -> continuity.end((known, eventId) -> new End(1, Instant.EPOCH, "first", null)))
                .isInstanceOf(SQLException.class)
                .hasMessage("the event at position 2 is not in the log any more");
        assertThatThrownBy(() -> continuity.end((known, eventId) -> new End(2, Instant.EPOCH, "second", "second")))
                .isInstanceOf(SQLException.class);
        assertThat(losses).hasValue(2);
    }

    @Test
    void is_lost_when_two_looks_find_different_events_at_one_position() throws SQLException {
        continuity.seen(1, "first");

        assertThatThrownBy(() -> continuity.end((known, eventId) -> {
                    continuity.end((same, id) -> new End(2, Instant.EPOCH, "second", "first"));
                    return new End(2, Instant.EPOCH, "another second", "first");
                }))
                .isInstanceOf(SQLException.class)
                .hasMessage("the event at position 2 is not in the log any more");
        assertThat(losses).hasValue(1);
    }

    @Test
    void is_lost_for_those_too_who_looked_it_up_before_that_was_found() {
        continuity.seen(1, "first");

        assertThatThrownBy(() -> continuity.end((known, eventId) -> {
                    assertThatThrownBy(() -> continuity.end((same, id) -> End.OF_NOTHING))
                            .isInstanceOf(SQLException.class);
                    return new End(1, Instant.EPOCH, "first", "first");
                }))
                .isInstanceOf(SQLException.class);
    }

    private static End met(CyclicBarrier together) throws SQLException {
        try {
            together.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new SQLException("the other waits for this one to end", e);
        }
        return new End(1, Instant.EPOCH, "first", null);
    }
}
