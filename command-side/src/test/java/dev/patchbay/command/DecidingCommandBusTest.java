package dev.patchbay.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.Refusal.Details;
import dev.patchbay.shared.Refusal.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecidingCommandBusTest {

    private final DecidingCommandBus bus = CommandSide.unwatchedBus();

    static Stream<Arguments> everyForeseenFailure() {
        return Stream.of(
                arguments(new AggregateNotFoundException("operator-1", "not there"), Reason.NOT_FOUND),
                arguments(new AggregateDeletedException("operator-1"), Reason.NOT_FOUND),
                arguments(new ConcurrencyException("too late"), Reason.CONCURRENT),
                arguments(new AggregateStreamCreationException("too late"), Reason.CONCURRENT),
                arguments(new LockAcquisitionFailedException("busy"), Reason.CONCURRENT),
                arguments(new DeadlockException("crossed"), Reason.CONCURRENT),
                arguments(new EventStoreException("disk full"), Reason.UNAVAILABLE));
    }

    @Test
    void answers_what_was_decided() {
        bus.subscribe(String.class.getName(), command -> command.getPayload() + "!");

        assertThat(ask("hello").getPayload()).isEqualTo("hello!");
    }

    @ParameterizedTest
    @ValueSource(strings = {Provenance.ACCOUNT_ID, Provenance.ACTOR_KIND, Provenance.ACTOR_ID, Provenance.REQUEST_ID})
    void refuses_a_command_that_does_not_say_who_asks(String missing) {
        Map<String, Object> metaData = new HashMap<>(CommandSide.CALLER.toMetaData());
        metaData.remove(missing);
        bus.subscribe(String.class.getName(), command -> {
            throw new AssertionError("must not be decided");
        });

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> bus.dispatch(new GenericCommandMessage<>("hello", metaData)))
                .withMessage("java.lang.String does not say who asks")
                .matches(refusal -> refusal.is(Reason.ANONYMOUS));
    }

    @ParameterizedTest
    @MethodSource("everyForeseenFailure")
    void answers_a_foreseen_failure_as_a_refusal(RuntimeException failure, Reason reason) {
        assertThat(refusalOf(failure)).isEqualTo(new Details(reason, failure.getMessage()));
    }

    @ParameterizedTest
    @MethodSource("everyForeseenFailure")
    void answers_a_foreseen_failure_as_a_refusal_however_deep_it_lies(RuntimeException failure, Reason reason) {
        assertThat(refusalOf(new IllegalStateException("outer", new RuntimeException(failure))))
                .isEqualTo(new Details(reason, "outer"));
    }

    @Test
    void keeps_the_cause_of_a_refusal_that_it_makes() {
        var failure = new EventStoreException("disk full");
        bus.subscribe(String.class.getName(), command -> {
            throw failure;
        });

        assertThat(ask("hello").exceptionResult()).isInstanceOf(Refusal.class).hasCause(failure);
    }

    @Test
    void answers_a_refusal_as_it_is() {
        var refusal = new Refusal(Reason.INVALID, "Name is odd", new EventStoreException("not this"));

        assertThat(failureOf(refusal)).isSameAs(refusal);
    }

    @Test
    void lets_a_refusal_go_before_the_failure_that_it_is_wrapped_in() {
        var wrapped = new EventStoreException("outer", new Refusal(Reason.STALE, "stale"));

        assertThat(refusalOf(wrapped)).isEqualTo(new Details(Reason.STALE, "stale"));
    }

    @Test
    void leaves_a_failure_that_nobody_foresaw_as_it_is() {
        var bug = new IllegalArgumentException("a bug", new NullPointerException());

        assertThat(failureOf(bug)).isSameAs(bug);
    }

    @Test
    void leaves_a_failure_with_details_that_are_no_refusal_as_it_is() {
        var foreign = new CommandExecutionException("with other details", null, "details");

        assertThat(failureOf(foreign)).isSameAs(foreign);
    }

    @Test
    void leaves_a_command_that_nobody_decides_as_the_failure_that_it_is() {
        assertThat(ask("hello").exceptionResult()).isInstanceOf(NoHandlerForCommandException.class);
    }

    private Details refusalOf(RuntimeException failure) {
        return Refusal.in(failureOf(failure)).orElseThrow();
    }

    private Throwable failureOf(RuntimeException failure) {
        bus.subscribe(String.class.getName(), command -> {
            throw failure;
        });
        return ask("hello").exceptionResult();
    }

    private CommandResultMessage<?> ask(Object command) {
        FutureCallback<Object, Object> answered = new FutureCallback<>();
        bus.dispatch(new GenericCommandMessage<>(command, CommandSide.CALLER.toMetaData()), answered);
        return answered.join();
    }
}
