package dev.patchbay.server.log;

import static dev.patchbay.server.log.Appends.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

    private final RecentEvents recent = new RecentEvents();

    @Test
    void only_those_follow_that_are_directly_behind_each_other() {
        add(4, 5, 7);

        assertThat(recent.after(2, 10)).isEmpty();
        assertThat(recent.after(3, 10)).extracting(PlacedEvent::position).containsExactly(4L, 5L);
        assertThat(recent.after(3, 1)).extracting(PlacedEvent::position).containsExactly(4L);
        assertThat(recent.after(7, 10)).isEmpty();
    }

    @Test
    void the_oldest_are_forgotten() {
        add(LongStream.rangeClosed(1, 2_001).toArray());

        assertThat(recent.after(0, 10)).isEmpty();
        assertThat(recent.after(1, 5_000)).hasSize(2_000);
    }

    private void add(long... positions) {
        for (long position : positions) {
            recent.add(new PlacedEvent(position, event("operator-" + position, 0)));
        }
    }
}
