package dev.patchbay.server.axonserver;

import io.axoniq.axonserver.connector.impl.ContextConnection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.Registration;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** A process that speaks with others through an Axon Server, by Axon's own buses; commands and queries are about somebody. */
final class Participant implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AxonServerConnectionManager connections;
    private final AxonServerCommandBus commands;
    private final AxonServerQueryBus queries;

    Participant(String name, String address) {
        Serializer serializer = Jackson3Serializer.builder().build();
        AxonServerConfiguration configuration = AxonServerConfiguration.builder()
                .servers(address)
                .componentName("participant")
                .clientId(name)
                .build();
        connections = AxonServerConnectionManager.builder()
                .axonServerConfiguration(configuration)
                .build();
        commands = AxonServerCommandBus.builder()
                .axonServerConnectionManager(connections)
                .configuration(configuration)
                .localSegment(SimpleCommandBus.builder().build())
                .serializer(serializer)
                .routingStrategy(command -> (String) command.getPayload())
                .build();
        commands.start();
        SimpleQueryBus local = SimpleQueryBus.builder().build();
        queries = AxonServerQueryBus.builder()
                .axonServerConnectionManager(connections)
                .configuration(configuration)
                .localSegment(local)
                .updateEmitter(local.queryUpdateEmitter())
                .messageSerializer(serializer)
                .genericSerializer(serializer)
                .build();
        queries.start();
    }

    Registration handle(String command, UnaryOperator<String> handler) {
        return commands.subscribe(command, message -> handler.apply((String) message.getPayload()));
    }

    Registration answer(String query, UnaryOperator<String> handler) {
        return queries.subscribe(query, String.class, message -> handler.apply((String) message.getPayload()));
    }

    CompletableFuture<CommandResultMessage<?>> send(String command, String somebody) {
        CommandMessage<String> message = new GenericCommandMessage<>(new GenericMessage<>(somebody), command);
        CompletableFuture<CommandResultMessage<?>> result = new CompletableFuture<>();
        commands.dispatch(message, (sent, answer) -> result.complete(answer));
        return result.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    CompletableFuture<QueryResponseMessage<String>> ask(String query, String somebody) {
        return queries.query(new GenericQueryMessage<>(somebody, query, ResponseTypes.instanceOf(String.class)));
    }

    /** Is gone at once, whatever it is doing. */
    void die() {
        ((ContextConnection) connections.getConnection()).getManagedChannel().shutdownNow();
    }

    @Override
    public void close() {
        connections.shutdown();
    }
}
