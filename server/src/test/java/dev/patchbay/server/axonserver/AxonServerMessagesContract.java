package dev.patchbay.server.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.shared.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.Registration;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Axon's buses find an Axon Server to do. */
abstract class AxonServerMessagesContract {

    private static final Set<String> BOTH = Set.of("one", "other");

    /** Of this test alone, since a server may not have noticed yet that those of the one before have gone. */
    private final String name = "Greet " + UUID.randomUUID();

    private final List<Participant> participants = new ArrayList<>();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch held = new CountDownLatch(1);

    /** Where the server is. */
    protected abstract String address();

    /** The name of the commands and queries of this test. */
    protected String name() {
        return name;
    }

    protected Participant participant(String client) {
        Participant participant = new Participant(client, address());
        participants.add(participant);
        return participant;
    }

    @AfterEach
    void letGo() {
        held.countDown();
        participants.forEach(Participant::close);
    }

    @Test
    void commands_with_one_routing_key_are_handled_by_one_participant() {
        Participant caller = participant("caller");
        participant("one").handle(name, somebody -> "one");
        participant("other").handle(name, somebody -> "other");
        Set<String> seen = new HashSet<>();
        await().until(() -> {
            seen.add(result(caller.send(name, UUID.randomUUID().toString())));
            return seen.containsAll(BOTH);
        });

        Map<String, Set<String>> handlers = new HashMap<>();
        for (int i = 0; i < 80; i++) {
            String key = "key " + i % 40;
            handlers.computeIfAbsent(key, unused -> new HashSet<>()).add(result(caller.send(name, key)));
        }

        assertThat(handlers.values()).allSatisfy(those -> assertThat(those).hasSize(1));
        assertThat(handlers.values()).contains(Set.of("one"), Set.of("other"));
    }

    @Test
    void queries_are_answered_by_one_participant_after_the_other() {
        Participant caller = participant("caller");
        participant("one").answer(name, somebody -> "one");
        participant("other").answer(name, somebody -> "other");
        Set<String> seen = new HashSet<>();
        await().until(() -> {
            seen.add(answer(caller.ask(name, "Ada")));
            return seen.containsAll(BOTH);
        });

        List<String> answers = IntStream.range(0, 10)
                .mapToObj(i -> answer(caller.ask(name, "Ada")))
                .toList();

        assertThat(answers.subList(0, 2)).containsExactlyInAnyOrderElementsOf(BOTH);
        assertThat(answers.subList(2, 10)).isEqualTo(repeated(answers.subList(0, 2), 4));
    }

    @Test
    void a_refusal_comes_back_with_its_details() {
        Participant caller = participant("caller");
        participant("one").handle(name, somebody -> {
            throw new Refusal(Refusal.Reason.STALE, "not " + somebody);
        });
        awaitHandler(caller);

        CommandResultMessage<?> result = caller.send(name, "Ada").join();

        assertThat(result.exceptionResult())
                .isInstanceOf(CommandExecutionException.class)
                .hasMessage("not Ada");
        assertThat(Refusal.in(result.exceptionResult())).contains(new Refusal.Details(Refusal.Reason.STALE, "not Ada"));
    }

    @Test
    void a_query_that_fails_says_so() {
        Participant caller = participant("caller");
        participant("one").answer(name, somebody -> {
            throw new IllegalStateException("not " + somebody);
        });

        await().untilAsserted(() -> assertThat(caller.ask(name, "Ada").join().exceptionResult())
                .isInstanceOf(QueryExecutionException.class)
                .hasMessageContaining("not Ada"));
    }

    @Test
    void what_nobody_handles_is_refused() {
        Participant caller = participant("caller");

        assertThat(caller.send(name, "Ada").join().exceptionResult())
                .isInstanceOf(NoHandlerForCommandException.class)
                .hasMessage("No Handler for command: " + name);
        assertThat(caller.ask(name, "Ada").join().exceptionResult())
                .isInstanceOf(NoHandlerForQueryException.class)
                .hasMessage("No handler for query: " + name);
    }

    @Test
    void who_handles_no_more_is_not_asked() {
        Participant caller = participant("caller");
        Participant one = participant("one");
        Registration commands = one.handle(name, UnaryOperator.identity());
        Registration queries = one.answer(name, UnaryOperator.identity());
        awaitHandler(caller);
        await().until(() -> !caller.ask(name, "Ada").join().isExceptional());

        commands.cancel();
        queries.cancel();

        await().untilAsserted(() -> assertThat(caller.send(name, "Ada").join().exceptionResult())
                .isInstanceOf(NoHandlerForCommandException.class)
                .hasMessage("No Handler for command: " + name));
        await().untilAsserted(() -> assertThat(caller.ask(name, "Ada").join().exceptionResult())
                .isInstanceOf(NoHandlerForQueryException.class)
                .hasMessage("No handler for query: " + name));
    }

    @Test
    void a_command_whose_handler_dies_is_not_known_to_be_done() throws InterruptedException {
        Participant caller = participant("caller");
        Participant one = participant("one");
        one.handle(name, this::hold);
        awaitHandler(caller);
        CompletableFuture<CommandResultMessage<?>> result = caller.send(name, "held");
        reached.await();

        one.die();

        assertThat(result.join().exceptionResult())
                .isExactlyInstanceOf(AxonServerException.class)
                .hasMessage("Connection lost while executing command on: one");
        participant("other").handle(name, somebody -> "other");
        await().until(() -> result(caller.send(name, "Ada")).equals("other"));
    }

    @Test
    void a_query_whose_handler_dies_is_not_answered() throws InterruptedException {
        Participant caller = participant("caller");
        Participant one = participant("one");
        one.answer(name, this::hold);
        await().until(() -> !caller.ask(name, "Ada").join().isExceptional());
        CompletableFuture<QueryResponseMessage<String>> answer = caller.ask(name, "held");
        reached.await();

        one.die();

        assertThat(answer.join().exceptionResult())
                .isExactlyInstanceOf(AxonServerException.class)
                .hasMessageMatching("Connection to handler one\\.\\S+ lost");
        participant("other").answer(name, somebody -> "other");
        await().until(() -> answer(caller.ask(name, "Ada")).equals("other"));
    }

    private String hold(String somebody) {
        if (somebody.equals("held")) {
            reached.countDown();
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return somebody;
    }

    /** Until the server knows who handles the commands of this test. */
    protected void awaitHandler(Participant caller) {
        await().until(() -> {
            CommandResultMessage<?> result = caller.send(name, "Ada").join();
            return !result.isExceptional() || result.exceptionResult() instanceof CommandExecutionException;
        });
    }

    /** What it is, or how it failed. */
    protected static String result(CompletableFuture<CommandResultMessage<?>> result) {
        CommandResultMessage<?> message = result.join();
        return message.isExceptional() ? message.exceptionResult().toString() : String.valueOf(message.getPayload());
    }

    private static String answer(CompletableFuture<QueryResponseMessage<String>> answer) {
        QueryResponseMessage<String> message = answer.join();
        return message.isExceptional() ? message.exceptionResult().toString() : message.getPayload();
    }

    private static List<String> repeated(List<String> some, int times) {
        return IntStream.range(0, times).boxed().flatMap(i -> some.stream()).toList();
    }
}
