package dev.patchbay.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.junit.jupiter.api.Test;

class CausationProviderTest {

    private final CausationProvider causation = new CausationProvider();

    @Test
    void names_the_first_command_as_what_all_began_with_and_what_led_to_the_next() {
        Message<?> first = new GenericCommandMessage<>("first", CommandSide.CALLER.toMetaData());

        assertThat(causation.correlationDataFor(first))
                .isEqualTo(callerAnd(Map.of(
                        "correlation_id", first.getIdentifier(),
                        "causation_id", first.getIdentifier())));
    }

    @Test
    void names_an_event_as_what_led_to_the_next() {
        Message<?> event = new GenericEventMessage<>(
                "happened", callerAnd(Map.of("correlation_id", "first", "causation_id", "first")));

        assertThat(causation.correlationDataFor(event))
                .isEqualTo(callerAnd(Map.of("correlation_id", "first", "causation_id", event.getIdentifier())));
    }

    @Test
    void names_the_cause_of_a_command_that_was_caused_because_that_is_in_the_log_and_the_command_is_not() {
        Message<?> consequence = new GenericCommandMessage<>(
                "consequence", callerAnd(Map.of("correlation_id", "first", "causation_id", "event")));

        assertThat(causation.correlationDataFor(consequence))
                .isEqualTo(callerAnd(Map.of("correlation_id", "first", "causation_id", "event")));
    }

    @Test
    void hands_on_nothing_else() {
        Message<?> command = new GenericCommandMessage<>("first", callerAnd(Map.of("traceId", "abc")));

        assertThat(causation.correlationDataFor(command)).doesNotContainKey("traceId");
    }

    private static Map<String, Object> callerAnd(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(CommandSide.CALLER.toMetaData());
        all.putAll(more);
        return all;
    }
}
