package dev.patchbay.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void begins_after_the_pages_before_it() {
        assertThat(new Page(1, 25).offset()).isZero();
        assertThat(new Page(3, 25).offset()).isEqualTo(50);
    }

    @Test
    void begins_far_away_when_its_number_is_huge() {
        assertThat(new Page(Integer.MAX_VALUE, 100).offset()).isEqualTo(214_748_364_600L);
    }
}
