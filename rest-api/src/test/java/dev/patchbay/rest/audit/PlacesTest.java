package dev.patchbay.rest.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places places = new Places(3, 2);

    @Test
    void are_for_so_many_of_one_account() {
        assertThat(places.take(1)).isTrue();
        assertThat(places.take(1)).isTrue();
        assertThat(places.take(1)).isFalse();

        assertThat(places.take(2)).isTrue();
    }

    @Test
    void are_for_so_many_together() {
        places.take(1);
        places.take(2);
        places.take(3);

        assertThat(places.take(4)).isFalse();
    }

    @Test
    void can_be_taken_again_after_somebody_left() {
        places.take(1);
        places.take(1);
        places.take(2);

        places.leave(1);

        assertThat(places.take(1)).isTrue();
        assertThat(places.take(1)).isFalse();
        assertThat(places.take(3)).isFalse();
    }
}
