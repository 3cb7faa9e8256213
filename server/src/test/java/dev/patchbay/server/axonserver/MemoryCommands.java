package dev.patchbay.server.axonserver;

import io.axoniq.axonserver.grpc.ErrorMessage;
import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.ProcessingKey;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandProviderInbound;
import io.axoniq.axonserver.grpc.command.CommandProviderOutbound;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.axoniq.axonserver.grpc.command.CommandServiceGrpc;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes commands to those who handle them, as an Axon Server does: all with one routing key to one of them, as long as it is there. How
 * urgent a command is, and how many a handler wants, is overlooked.
 */
final class MemoryCommands extends CommandServiceGrpc.CommandServiceImplBase {

    private final List<HandlerStream<CommandProviderInbound>> streams = new ArrayList<>();
    private final Map<String, UnderWay> underWay = new HashMap<>();
    private boolean losing;
    private int lost;

    private record UnderWay(HandlerStream<CommandProviderInbound> handler, StreamObserver<CommandResponse> caller) {}

    /** From now on nobody is told what became of a command that was handled. */
    synchronized void loseResults() {
        losing = true;
    }

    /** How many results have come that nobody was told of. */
    synchronized int lost() {
        return lost;
    }

    synchronized void behave() {
        losing = false;
    }

    @Override
    public StreamObserver<CommandProviderOutbound> openStream(StreamObserver<CommandProviderInbound> client) {
        return HandlerStream.open(client, this::hear, this::leave);
    }

    private synchronized void hear(HandlerStream<CommandProviderInbound> stream, CommandProviderOutbound message) {
        if (!message.getInstructionId().isEmpty()) {
            stream.tell(CommandProviderInbound.newBuilder()
                    .setAck(InstructionAck.newBuilder()
                            .setInstructionId(message.getInstructionId())
                            .setSuccess(true))
                    .build());
        }
        switch (message.getRequestCase()) {
            case SUBSCRIBE -> {
                var subscription = message.getSubscribe();
                stream.handle(subscription.getCommand(), subscription.getClientId(), subscription.getComponentName());
                if (!streams.contains(stream)) {
                    streams.add(stream);
                }
            }
            case UNSUBSCRIBE -> stream.handleNoMore(message.getUnsubscribe().getCommand());
            case FLOW_CONTROL -> stream.permit(message.getFlowControl().getPermits());
            case COMMAND_RESPONSE -> answer(message.getCommandResponse());
            default -> {
                // Acknowledgements are not waited for.
            }
        }
    }

    @Override
    public synchronized void dispatch(Command command, StreamObserver<CommandResponse> caller) {
        ((ServerCallStreamObserver<CommandResponse>) caller).setOnCancelHandler(() -> {});
        if (underWay.containsKey(command.getMessageIdentifier())) {
            refuse(
                    command.getMessageIdentifier(),
                    caller,
                    "AXONIQ-4005",
                    "command id " + command.getMessageIdentifier() + " duplicated");
            return;
        }
        hand(CommandProviderInbound.newBuilder().setCommand(command).build(), caller);
    }

    private void hand(CommandProviderInbound message, StreamObserver<CommandResponse> caller) {
        Command command = message.getCommand();
        Optional<HandlerStream<CommandProviderInbound>> handler = streams.stream()
                .filter(stream -> stream.handles(command.getName()))
                .max(Comparator.comparing(stream -> rank(routingKey(command), stream)));
        if (handler.isEmpty()) {
            refuse(
                    command.getMessageIdentifier(),
                    caller,
                    "AXONIQ-4000",
                    "No Handler for command: " + command.getName());
            return;
        }
        underWay.put(command.getMessageIdentifier(), new UnderWay(handler.get(), caller));
        handler.get().send(message);
    }

    /** Who ranks highest for a key does so until it leaves, whoever else comes and goes below. */
    private static UUID rank(String key, HandlerStream<CommandProviderInbound> stream) {
        return UUID.nameUUIDFromBytes((key + " " + stream.name()).getBytes(StandardCharsets.UTF_8));
    }

    private static String routingKey(Command command) {
        return command.getProcessingInstructionsList().stream()
                .filter(instruction -> instruction.getKey() == ProcessingKey.ROUTING_KEY)
                .map(instruction -> instruction.getValue().getTextValue())
                .findFirst()
                .orElse(command.getMessageIdentifier());
    }

    private void answer(CommandResponse response) {
        if (losing) {
            lost++;
            return;
        }
        UnderWay answered = underWay.remove(response.getRequestIdentifier());
        if (answered != null) {
            answered.caller().onNext(response);
            answered.caller().onCompleted();
        }
    }

    /** What it was not sent yet goes to another; what it was sent may have been done or not. */
    private synchronized void leave(HandlerStream<CommandProviderInbound> stream) {
        streams.remove(stream);
        for (CommandProviderInbound unsent : stream.end()) {
            UnderWay waiting = underWay.remove(unsent.getCommand().getMessageIdentifier());
            if (waiting != null) {
                hand(unsent, waiting.caller());
            }
        }
        List<String> lost = underWay.entrySet().stream()
                .filter(entry -> entry.getValue().handler() == stream)
                .map(Map.Entry::getKey)
                .toList();
        for (String id : lost) {
            refuse(
                    id,
                    underWay.remove(id).caller(),
                    "AXONIQ-4001",
                    "Connection lost while executing command on: " + stream.clientId());
        }
    }

    private static void refuse(String request, StreamObserver<CommandResponse> caller, String code, String message) {
        caller.onNext(CommandResponse.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setRequestIdentifier(request)
                .setErrorCode(code)
                .setErrorMessage(
                        ErrorMessage.newBuilder().setLocation("AxonServer").setMessage(message))
                .build());
        caller.onCompleted();
    }
}
