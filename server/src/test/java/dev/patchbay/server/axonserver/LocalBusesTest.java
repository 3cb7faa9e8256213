package dev.patchbay.server.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.Silence;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.SimpleQueryUpdateEmitter;
import org.junit.jupiter.api.Test;

class LocalBusesTest {

    private final LocalQueryBus queries = new LocalQueryBus(
            NoOpMessageMonitor.instance(), SimpleQueryUpdateEmitter.builder().build());
    private final LocalCommandBus commands =
            new LocalCommandBus(SimpleCommandBus.builder().build());

    @Test
    void a_query_is_answered_as_long_as_somebody_answers() {
        var unused = queries.subscribe("who", String.class, query -> query.getPayload() + "!");

        assertThat(asked().getPayload()).isEqualTo("Ada!");
    }

    @Test
    void who_asks_where_nobody_answers_any_more_is_told_so() {
        QueryResponseMessage<String> answer = asked();

        assertThat(answer.isExceptional()).isTrue();
        assertThat(Silence.isIn(answer.exceptionResult())).isTrue();
        assertThat(answer.exceptionDetails()).contains(new Silence.Details("this process ends"));
    }

    @Test
    void a_command_is_decided_as_long_as_somebody_decides() {
        var unused = commands.subscribe("greet", command -> command.getPayload() + "!");

        assertThat(decided().getPayload()).isEqualTo("Ada!");
    }

    @Test
    void who_has_decided_where_nobody_does_so_any_more_is_refused_for_the_time_being() {
        assertThat(Refusal.in(decided().exceptionResult()))
                .get()
                .extracting(Refusal.Details::reason)
                .isEqualTo(Refusal.Reason.UNAVAILABLE);
    }

    private QueryResponseMessage<String> asked() {
        return queries.query(new GenericQueryMessage<>("Ada", "who", ResponseTypes.instanceOf(String.class)))
                .join();
    }

    private CommandResultMessage<?> decided() {
        FutureCallback<String, Object> answer = new FutureCallback<>();
        commands.dispatch(new GenericCommandMessage<>(new GenericMessage<>("Ada"), "greet"), answer);
        return answer.join();
    }
}
