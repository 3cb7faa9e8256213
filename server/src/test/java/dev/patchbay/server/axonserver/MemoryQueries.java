package dev.patchbay.server.axonserver;

import io.axoniq.axonserver.grpc.ErrorMessage;
import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.ProcessingInstruction;
import io.axoniq.axonserver.grpc.ProcessingKey;
import io.axoniq.axonserver.grpc.query.QueryFlowControl;
import io.axoniq.axonserver.grpc.query.QueryProviderInbound;
import io.axoniq.axonserver.grpc.query.QueryProviderOutbound;
import io.axoniq.axonserver.grpc.query.QueryReference;
import io.axoniq.axonserver.grpc.query.QueryRequest;
import io.axoniq.axonserver.grpc.query.QueryResponse;
import io.axoniq.axonserver.grpc.query.QueryServiceGrpc;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes queries to those who answer them, as an Axon Server does: to one of each component in turn. Subscription queries are not
 * understood.
 */
final class MemoryQueries extends QueryServiceGrpc.QueryServiceImplBase {

    private static final long ANSWERS_AHEAD = 32;

    private final List<HandlerStream<QueryProviderInbound>> streams = new ArrayList<>();
    private final Map<String, Asked> underWay = new HashMap<>();
    private final Map<String, Integer> turns = new HashMap<>();

    @Override
    public StreamObserver<QueryProviderOutbound> openStream(StreamObserver<QueryProviderInbound> client) {
        return HandlerStream.open(client, this::hear, this::leave);
    }

    private synchronized void hear(HandlerStream<QueryProviderInbound> stream, QueryProviderOutbound message) {
        if (!message.getInstructionId().isEmpty()) {
            stream.tell(QueryProviderInbound.newBuilder()
                    .setAck(InstructionAck.newBuilder()
                            .setInstructionId(message.getInstructionId())
                            .setSuccess(true))
                    .build());
        }
        switch (message.getRequestCase()) {
            case SUBSCRIBE -> {
                var subscription = message.getSubscribe();
                stream.handle(subscription.getQuery(), subscription.getClientId(), subscription.getComponentName());
                if (!streams.contains(stream)) {
                    streams.add(stream);
                }
            }
            case UNSUBSCRIBE -> stream.handleNoMore(message.getUnsubscribe().getQuery());
            case FLOW_CONTROL -> stream.permit(message.getFlowControl().getPermits());
            case QUERY_RESPONSE -> {
                QueryResponse response = message.getQueryResponse();
                Asked asked = underWay.get(response.getRequestIdentifier());
                if (asked != null) {
                    asked.answer(response);
                }
            }
            case QUERY_COMPLETE -> {
                Asked asked = underWay.get(message.getQueryComplete().getRequestId());
                if (asked != null) {
                    asked.complete(stream);
                }
            }
            default -> {
                // Acknowledgements are not waited for.
            }
        }
    }

    @Override
    public void query(QueryRequest request, StreamObserver<QueryResponse> observer) {
        var caller = (ServerCallStreamObserver<QueryResponse>) observer;
        String id = request.getMessageIdentifier();
        caller.setOnCancelHandler(() -> cancel(id));
        caller.setOnReadyHandler(() -> demand(id));
        ask(request, caller);
    }

    private synchronized void ask(QueryRequest request, ServerCallStreamObserver<QueryResponse> caller) {
        String id = request.getMessageIdentifier();
        Map<String, List<HandlerStream<QueryProviderInbound>>> components = streams.stream()
                .filter(stream -> stream.handles(request.getQuery()))
                .collect(Collectors.groupingBy(HandlerStream::component));
        if (components.isEmpty()) {
            refuse(id, caller, "AXONIQ-5000", "No handler for query: " + request.getQuery());
        } else if (underWay.containsKey(id)) {
            refuse(id, caller, "AXONIQ-5007", "Query with supplied ID already present");
        } else {
            List<HandlerStream<QueryProviderInbound>> handlers = new ArrayList<>();
            components.forEach((component, candidates) -> {
                int turn = turns.merge(component + " " + request.getQuery(), 1, Integer::sum);
                handlers.add(candidates.get(turn % candidates.size()));
            });
            Asked asked = new Asked(request, caller, handlers);
            underWay.put(id, asked);
            asked.send();
        }
    }

    private synchronized void cancel(String id) {
        Asked asked = underWay.remove(id);
        if (asked != null) {
            asked.cancel();
        }
    }

    private synchronized void demand(String id) {
        Asked asked = underWay.get(id);
        if (asked != null) {
            asked.demand();
        }
    }

    /** Whoever waits for it is told so, also where it was not asked yet. */
    private synchronized void leave(HandlerStream<QueryProviderInbound> stream) {
        streams.remove(stream);
        var unused = stream.end();
        for (Asked asked : List.copyOf(underWay.values())) {
            if (asked.handlers.contains(stream)) {
                asked.caller.onNext(QueryResponse.newBuilder()
                        .setRequestIdentifier(asked.id())
                        .setErrorCode("AXONIQ-4001")
                        .setErrorMessage(ErrorMessage.newBuilder()
                                .setMessage("Connection to handler " + stream.name() + " lost"))
                        .build());
                asked.complete(stream);
            }
        }
    }

    private static void refuse(String request, StreamObserver<QueryResponse> caller, String code, String message) {
        caller.onNext(QueryResponse.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setRequestIdentifier(request)
                .setErrorCode(code)
                .setErrorMessage(
                        ErrorMessage.newBuilder().setLocation("AxonServer").setMessage(message))
                .build());
        caller.onCompleted();
    }

    /** A query that some have not answered yet, or not completely. */
    private final class Asked {

        private final QueryProviderInbound message;
        private final ServerCallStreamObserver<QueryResponse> caller;
        private final List<HandlerStream<QueryProviderInbound>> handlers;
        private final boolean streamed;
        private long demanded;
        private @Nullable QueryResponse failure;

        Asked(
                QueryRequest request,
                ServerCallStreamObserver<QueryResponse> caller,
                List<HandlerStream<QueryProviderInbound>> handlers) {
            this.caller = caller;
            this.handlers = handlers;
            this.streamed = request.getProcessingInstructionsList().stream()
                    .anyMatch(instruction -> instruction.getKey() == ProcessingKey.CLIENT_SUPPORTS_STREAMING
                            && instruction.getValue().getBooleanValue());
            this.message = QueryProviderInbound.newBuilder()
                    .setQuery(request.toBuilder()
                            .addProcessingInstructions(ProcessingInstruction.newBuilder()
                                    .setKey(ProcessingKey.SERVER_SUPPORTS_STREAMING)
                                    .setValue(MetaDataValue.newBuilder().setBooleanValue(streamed))))
                    .build();
        }

        String id() {
            return message.getQuery().getMessageIdentifier();
        }

        void send() {
            handlers.forEach(handler -> handler.send(message));
            demanded = ANSWERS_AHEAD;
            demand();
        }

        /** A failure is only told when nobody has answered anything after it. */
        void answer(QueryResponse response) {
            if (response.hasErrorMessage() || !response.getErrorCode().isEmpty()) {
                failure = response;
                return;
            }
            failure = null;
            caller.onNext(response);
            demanded++;
            demand();
        }

        /** Asks those who answer bit by bit for as much more as the caller can take. */
        void demand() {
            if (!streamed || demanded == 0 || !caller.isReady()) {
                return;
            }
            var more =
                    QueryFlowControl.newBuilder().setQueryReference(reference()).setPermits(demanded);
            demanded = 0;
            handlers.forEach(handler -> handler.send(
                    QueryProviderInbound.newBuilder().setQueryFlowControl(more).build()));
        }

        void complete(HandlerStream<QueryProviderInbound> handler) {
            handlers.remove(handler);
            if (handlers.isEmpty()) {
                underWay.remove(id());
                if (failure != null) {
                    caller.onNext(failure);
                }
                caller.onCompleted();
            }
        }

        void cancel() {
            for (HandlerStream<QueryProviderInbound> handler : handlers) {
                if (!handler.withdraw(message)) {
                    handler.send(QueryProviderInbound.newBuilder()
                            .setQueryCancel(reference())
                            .build());
                }
            }
        }

        private QueryReference reference() {
            return QueryReference.newBuilder().setRequestId(id()).build();
        }
    }
}
