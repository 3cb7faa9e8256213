package dev.patchbay.server.axonserver;

import static dev.patchbay.server.log.Appends.NOON;
import static dev.patchbay.server.log.Appends.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.server.log.StoredEvent;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventFormTest {

    private static final Instant PRECISE = NOON.plusNanos(123_456_000);

    @Test
    void an_event_comes_back_with_every_character_and_every_microsecond() {
        StoredEvent event = new StoredEvent(
                "operator-1",
                3,
                "Operator",
                "id",
                PRECISE,
                "type",
                null,
                "{ \"b\":1,\"a\":\"Zoë \uD83D\uDE00\"}",
                "{\"z\":1, \"a\":2}");

        Event stored = EventForm.of(event.at(PRECISE));

        assertThat(EventForm.event(stored)).isEqualTo(event);
        assertThat(stored.getTimestamp()).isEqualTo(PRECISE.toEpochMilli());
    }

    @Test
    void half_a_character_is_refused_rather_than_replaced() {
        assertThatThrownBy(() -> EventForm.of(saying("{\"a\": \"\uD83D\"}", "operator-1", 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("half a character");
    }

    @Test
    void the_event_of_somebody_else_is_not_taken_for_one_of_the_log() {
        assertThatThrownBy(() -> EventForm.event(
                        Event.newBuilder().setMessageIdentifier("theirs").build()))
                .isInstanceOf(AxonServerFault.class)
                .hasMessage("the event theirs in Axon Server was not recorded by Patchbay");
    }
}
