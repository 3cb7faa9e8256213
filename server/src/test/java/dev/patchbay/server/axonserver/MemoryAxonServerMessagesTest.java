package dev.patchbay.server.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.connector.AxonServerException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.CommandResultMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryAxonServerMessagesTest extends AxonServerMessagesContract {

    private final MemoryAxonServer server = new MemoryAxonServer();

    @Override
    protected String address() {
        return server.address();
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void handlers_are_known_again_when_the_server_is_back() {
        Participant caller = participant("caller");
        Participant one = participant("one");
        one.handle(name(), UnaryOperator.identity());
        one.answer(name(), UnaryOperator.identity());
        awaitHandler(caller);

        server.leave();
        assertThat(caller.send(name(), "Ada").join().exceptionResult()).hasCauseInstanceOf(AxonServerException.class);

        server.comeBack();
        await().until(() -> result(caller.send(name(), "Ada")).equals("Ada"));
        await().until(() -> caller.ask(name(), "Ada")
                .handle((answer, failure) -> failure == null && !answer.isExceptional())
                .join());
    }

    @Test
    void a_result_can_be_lost_though_the_command_was_handled() {
        Participant caller = participant("caller");
        Queue<String> handled = new ConcurrentLinkedQueue<>();
        participant("one").handle(name(), somebody -> {
            handled.add(somebody);
            return somebody;
        });
        awaitHandler(caller);

        server.commands().loseResults();
        CompletableFuture<CommandResultMessage<?>> lost = caller.send(name(), "Grace");
        await().until(() -> server.commands().lost() == 1);
        assertThat(handled).contains("Grace");
        assertThat(lost).isNotDone();

        server.leave();
        assertThat(lost.join().exceptionResult())
                .hasCauseInstanceOf(AxonServerException.class)
                .rootCause()
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        cause -> assertThat(cause.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE));
    }

    @Test
    void a_server_that_hangs_answers_when_it_goes_on() {
        Participant caller = participant("caller");
        participant("one").handle(name(), UnaryOperator.identity());
        awaitHandler(caller);

        server.hang();
        CompletableFuture<CommandResultMessage<?>> result = caller.send(name(), "Grace");
        try (AxonServer asked = new AxonServer(new AxonServerSettings(server.address(), ""))) {
            assertThatThrownBy(asked::end).isInstanceOf(AxonServerFault.class);
        }
        assertThat(result).isNotDone();

        server.goOn();
        assertThat(result(result)).isEqualTo("Grace");
    }
}
