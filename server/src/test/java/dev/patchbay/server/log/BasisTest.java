package dev.patchbay.server.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.patchbay.server.log.Basis.Seen;
import org.junit.jupiter.api.Test;

class BasisTest {

    private final Basis basis = new Basis();

    @Test
    void holds_each_stream_as_it_was_read() {
        basis.note("operator-1", 0, 4, 10);
        basis.note("operator-2", 0, Basis.NOTHING, 11);

        assertThat(basis.streams())
                .containsOnly(entry("operator-1", new Seen(4, 10)), entry("operator-2", new Seen(Basis.NOTHING, 11)));
    }

    @Test
    void goes_on_with_the_next_part_of_a_stream_and_keeps_what_the_log_was_before_the_first() {
        basis.note("operator-1", 0, 99, 10);
        basis.note("operator-1", 100, 120, 12);

        assertThat(basis.streams()).containsOnly(entry("operator-1", new Seen(120, 10)));
    }

    @Test
    void believes_the_first_of_two_looks_between_which_a_stream_has_grown() {
        basis.note("operator-1", 0, 4, 10);
        basis.note("operator-1", 0, 5, 12);

        assertThat(basis.streams()).containsOnly(entry("operator-1", new Seen(4, 10)));
    }

    @Test
    void believes_the_first_of_two_looks_before_which_there_was_no_event() {
        basis.note("operator-1", 0, Basis.NOTHING, 10);
        basis.note("operator-1", 0, 3, 12);

        assertThat(basis.streams()).containsOnly(entry("operator-1", new Seen(Basis.NOTHING, 10)));
    }
}
