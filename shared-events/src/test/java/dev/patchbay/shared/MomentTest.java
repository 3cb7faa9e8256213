package dev.patchbay.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MomentTest {

    @Test
    void is_the_newest_that_the_views_have() {
        assertThat(Moment.latest()).isEqualTo(new Moment(0, null));
    }

    @Test
    void is_a_position_or_any_later_one() {
        assertThat(Moment.atLeast(12)).isEqualTo(new Moment(12, null));
    }

    @Test
    void is_after_all_that_is_in_the_log() {
        assertThat(Moment.head()).isEqualTo(new Moment(Moment.HEAD, null));
    }

    @Test
    void is_a_position_and_no_later_one_once_the_views_have_reached_it() {
        assertThat(Moment.exactly(12)).isEqualTo(new Moment(12, 12L));
    }
}
