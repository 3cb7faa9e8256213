package dev.patchbay.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.patchbay.shared.Behind;
import dev.patchbay.shared.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final AtomicLong head = new AtomicLong();
    private final Progress progress = new Progress(head::get, Duration.ofMinutes(1));
    private final Progress impatient = new Progress(head::get, Duration.ofMillis(1));

    @Test
    void answers_from_where_it_is_when_nothing_more_is_asked() {
        progress.reach(7);

        assertThat(progress.await(Moment.latest())).isEqualTo(7);
        assertThat(progress.await(Moment.atLeast(3))).isEqualTo(7);
    }

    @Test
    void answers_from_the_very_position_that_is_asked_for() {
        progress.reach(7);

        assertThat(progress.await(Moment.exactly(3))).isEqualTo(3);
    }

    @Test
    void wakes_those_whose_position_is_reached_and_only_them() throws Exception {
        Future<Long> third = wait(Moment.atLeast(3));
        Future<Long> fifth = wait(Moment.exactly(5));

        progress.reach(4);

        assertThat(third.get()).isEqualTo(4);
        assertThat(fifth).isNotDone();
        progress.reach(9);
        assertThat(fifth.get()).isEqualTo(5);
    }

    @Test
    void waits_for_the_end_of_the_log_as_it_was_when_asked() throws Exception {
        head.set(6);
        Future<Long> waiting = wait(Moment.head());
        head.set(100);

        progress.reach(6);

        assertThat(waiting.get()).isEqualTo(6);
    }

    @Test
    void wakes_hundreds_at_once() {
        List<Future<Long>> all = new ArrayList<>();
        for (int position = 1; position <= 500; position++) {
            all.add(wait(Moment.exactly(position)));
        }

        progress.reach(500);

        assertThat(all).allSatisfy(each -> assertThat(each.get()).isPositive());
    }

    @Test
    void gives_up_after_the_bound_and_says_how_far_it_is() {
        impatient.reach(2);

        assertThatThrownBy(() -> impatient.await(Moment.atLeast(3)))
                .isInstanceOf(Behind.class)
                .satisfies(failure -> assertThat(Behind.in(failure)).contains(new Behind.Details(3, 2)));
    }

    @Test
    void may_begin_anew() {
        impatient.reach(9);
        impatient.reach(0);

        assertThatThrownBy(() -> impatient.await(Moment.atLeast(9))).isInstanceOf(Behind.class);
    }

    private Future<Long> wait(Moment moment) {
        FutureTask<Long> answer = new FutureTask<>(() -> progress.await(moment));
        Thread thread = Thread.startVirtualThread(answer);
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return answer;
    }
}
