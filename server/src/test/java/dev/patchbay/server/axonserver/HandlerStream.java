package dev.patchbay.server.axonserver;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The stream by which a client is handed messages: no more than it has asked for, the others wait. */
final class HandlerStream<M> {

    private final StreamObserver<M> client;
    private final Deque<M> waiting = new ArrayDeque<>();
    private final Set<String> handled = new HashSet<>();
    private final UUID id = UUID.randomUUID();
    private String clientId = "";
    private String component = "";
    private long permits;
    private boolean ended;

    /**
     * Opens the stream of a client.
     *
     * @param hear is told what the client says
     * @param leave is told that the client has gone
     * @param <O> what clients say
     */
    static <M, O> StreamObserver<O> open(
            StreamObserver<M> client, BiConsumer<HandlerStream<M>, O> hear, Consumer<HandlerStream<M>> leave) {
        HandlerStream<M> stream = new HandlerStream<>(client);
        return new StreamObserver<>() {
            @Override
            public void onNext(O message) {
                hear.accept(stream, message);
            }

            @Override
            public void onError(Throwable failure) {
                leave.accept(stream);
            }

            @Override
            public void onCompleted() {
                leave.accept(stream);
                client.onCompleted();
            }
        };
    }

    private HandlerStream(StreamObserver<M> client) {
        this.client = client;
        // With this, what is said to a client that has gone is not a failure.
        ((ServerCallStreamObserver<M>) client).setOnCancelHandler(() -> {});
    }

    void handle(String message, String client, String itsComponent) {
        clientId = client;
        component = itsComponent;
        handled.add(message);
    }

    void handleNoMore(String message) {
        handled.remove(message);
    }

    boolean handles(String message) {
        return handled.contains(message);
    }

    String clientId() {
        return clientId;
    }

    String component() {
        return component;
    }

    /** The name of the stream, which is another when the same client opens one again. */
    String name() {
        return clientId + "." + id;
    }

    void permit(long more) {
        permits += more;
        sendPermitted();
    }

    void send(M message) {
        waiting.add(message);
        sendPermitted();
    }

    /** Says what needs no permit. */
    void tell(M message) {
        if (!ended) {
            client.onNext(message);
        }
    }

    /** Takes back what was not sent yet; whether that is so. */
    boolean withdraw(M message) {
        return waiting.remove(message);
    }

    /** What was not sent, and is not sent any more. */
    List<M> end() {
        ended = true;
        List<M> unsent = new ArrayList<>(waiting);
        waiting.clear();
        return unsent;
    }

    private void sendPermitted() {
        while (permits > 0 && !waiting.isEmpty()) {
            permits--;
            tell(waiting.remove());
        }
    }
}
