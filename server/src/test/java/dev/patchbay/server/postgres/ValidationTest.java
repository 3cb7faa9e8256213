package dev.patchbay.server.postgres;

import static dev.patchbay.server.log.Appends.NOON;
import static dev.patchbay.server.log.Appends.andRead;
import static dev.patchbay.server.log.Appends.andViews;
import static dev.patchbay.server.log.Appends.decidedFrom;
import static dev.patchbay.server.log.Appends.event;
import static dev.patchbay.server.log.Appends.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.server.log.Append;
import dev.patchbay.server.log.Appends;
import dev.patchbay.server.log.Basis;
import dev.patchbay.server.log.LogConflict;
import dev.patchbay.server.log.PlacedEvent;
import dev.patchbay.server.log.StoredEvent;
import dev.patchbay.server.postgres.Validation.Stream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The log ends at position 10, where these streams are. */
class ValidationTest {

    private static final String NUMBER = "number-1";
    private static final String OPERATOR = "operator-1";
    private static final String NEW = "operator-2";

    /** Somebody has relied on the operator at position 8. */
    private final Validation validation = new Validation(
            10, NOON, List.of(new Stream(NUMBER, 3L, null), new Stream(OPERATOR, 0L, 8L), new Stream(NEW, null, null)));

    // Places

    @Test
    void gives_events_the_next_places() {
        admit(Appends.of(event(NUMBER, 4), event(NEW, 0), event(NUMBER, 5)));
        admit(Appends.of(event(NUMBER, 6)));

        assertThat(validation.events())
                .extracting(PlacedEvent::position, placed -> placed.event().eventId())
                .containsExactly(
                        tuple(11L, "number-1/4"),
                        tuple(12L, "operator-2/0"),
                        tuple(13L, "number-1/5"),
                        tuple(14L, "number-1/6"));
        assertThat(validation.position()).isEqualTo(14);
    }

    @Test
    void lets_no_time_fall() {
        Instant later = NOON.plusSeconds(1);
        admit(Appends.of(event(NUMBER, 4, NOON.minusSeconds(1)), event(NUMBER, 5, later), event(NUMBER, 6, NOON)));

        assertThat(validation.events())
                .extracting(placed -> placed.event().recordedAt())
                .containsExactly(NOON, later, later);
    }

    @Test
    void records_at_whole_microseconds_as_they_are_stored() {
        admit(Appends.of(event(NUMBER, 4, NOON.plusNanos(2_999))));

        assertThat(validation.events())
                .extracting(placed -> placed.event().recordedAt())
                .containsExactly(NOON.plusNanos(2_000));
    }

    @Test
    void leaves_no_hole_and_no_trace_where_an_append_is_refused() {
        admit(Appends.of(event(NUMBER, 4)));
        refuse(decidedFrom(read(OPERATOR, 0, 10), event(NUMBER, 5, NOON.plusSeconds(9)), event(NEW, 1)));
        admit(Appends.of(event(NUMBER, 5), event(NEW, 0)));

        assertThat(validation.events()).extracting(PlacedEvent::position).containsExactly(11L, 12L, 13L);
        assertThat(validation.reliances()).isEmpty();
        assertThat(validation.events())
                .extracting(placed -> placed.event().recordedAt())
                .containsOnly(NOON);
    }

    // The next events of their streams

    @Test
    void refuses_a_place_that_is_taken() {
        assertThat(refuse(Appends.of(event(NUMBER, 3))).isAboutCreation()).isFalse();
        assertThat(refuse(Appends.of(event(OPERATOR, 0))).isAboutCreation()).isTrue();
    }

    @Test
    void refuses_a_place_that_is_not_the_next() {
        refuse(Appends.of(event(NUMBER, 5)));
        refuse(Appends.of(event(NEW, 1)));
        refuse(Appends.of(event(NUMBER, 4), event(NUMBER, 4)));
    }

    @Test
    void gives_a_place_that_two_of_a_group_want_to_the_first() {
        admit(Appends.of(event(NEW, 0)));
        assertThat(refuse(Appends.of(event(NEW, 0))).isAboutCreation()).isTrue();
    }

    // As they were read

    @Test
    void admits_what_was_decided_from_streams_that_are_as_they_were() {
        admit(decidedFrom(andRead(read(NUMBER, 3, 5), NEW, Basis.NOTHING, 5), event(NUMBER, 4)));
    }

    @Test
    void refuses_what_was_decided_from_a_stream_that_has_grown_even_if_it_adds_to_another() {
        refuse(decidedFrom(read(NUMBER, 2, 10), event(NEW, 0)));
        refuse(decidedFrom(read(OPERATOR, Basis.NOTHING, 10), event(NEW, 0)));
    }

    @Test
    void refuses_what_was_decided_from_a_stream_that_has_grown_by_an_append_of_the_same_group() {
        admit(Appends.of(event(NUMBER, 4)));
        refuse(decidedFrom(read(NUMBER, 3, 10), event(NEW, 0)));
    }

    // Relied upon

    @Test
    void notes_who_relied_on_a_stream_last_unless_it_was_added_to() {
        admit(decidedFrom(andRead(read(NUMBER, 3, 10), OPERATOR, 0, 10), event(NUMBER, 4)));
        assertThat(validation.reliances()).containsOnly(entry(OPERATOR, 11L));

        admit(decidedFrom(read(OPERATOR, 0, 10), event(NEW, 0)));
        assertThat(validation.reliances()).containsOnly(entry(OPERATOR, 12L));
    }

    @Test
    void refuses_whoever_asked_the_views_to_add_to_a_stream_that_others_have_relied_on_since_it_was_read() {
        refuse(decidedFrom(andViews(read(OPERATOR, 0, 7)), event(OPERATOR, 1)));
    }

    @Test
    void refuses_whoever_asked_the_views_to_add_to_a_stream_that_an_append_of_the_same_group_has_relied_on() {
        admit(decidedFrom(read(OPERATOR, 0, 10), event(NUMBER, 4)));
        refuse(decidedFrom(andViews(read(OPERATOR, 0, 10)), event(OPERATOR, 1)));
    }

    @Test
    void adds_to_a_stream_that_others_have_relied_on_when_only_streams_were_read() {
        admit(decidedFrom(read(OPERATOR, 0, 7), event(OPERATOR, 1)));
    }

    @Test
    void adds_to_a_stream_that_was_relied_on_before_it_was_read() {
        admit(decidedFrom(andViews(read(OPERATOR, 0, 8)), event(OPERATOR, 1)));
    }

    @Test
    void relies_on_a_stream_that_others_have_relied_on_since_it_was_read() {
        admit(decidedFrom(andViews(read(OPERATOR, 0, 7)), event(NEW, 0)));
    }

    @Test
    void asks_for_every_stream_that_was_read_or_is_added_to_once() {
        assertThat(Validation.streams(List.of(
                        decidedFrom(read(OPERATOR, 0, 1), event(NUMBER, 4)),
                        Appends.of(event(NUMBER, 5), event(NEW, 0)))))
                .containsExactly(NUMBER, OPERATOR, NEW);
    }

    private void admit(Append append) {
        validation.admit(append);
        validation.tellRefused();
        assertThat(Appends.failure(append)).isNull();
        List<StoredEvent> all =
                validation.events().stream().map(PlacedEvent::event).toList();
        List<StoredEvent> last = all.subList(all.size() - append.events().size(), all.size());
        assertThat(last)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("recordedAt")
                .isEqualTo(append.events());
    }

    private LogConflict refuse(Append append) {
        long before = validation.position();
        validation.admit(append);
        validation.tellRefused();
        assertThat(validation.position()).isEqualTo(before);
        assertThat(Appends.failure(append)).isInstanceOf(LogConflict.class);
        return (LogConflict) Objects.requireNonNull(Appends.failure(append));
    }
}
