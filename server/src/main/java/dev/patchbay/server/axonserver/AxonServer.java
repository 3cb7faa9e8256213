package dev.patchbay.server.axonserver;

import io.axoniq.axonserver.connector.impl.Headers;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc.EventStoreBlockingStub;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc.EventStoreStub;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetAggregateEventsRequest;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrRequest;
import io.grpc.Deadline;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The event store of an Axon Server, whose tokens 0, 1, 2, ... are the positions 1, 2, 3, ... of the log. A call that is not answered
 * ends by itself within seconds; then the server is away, until somebody who looks for it says otherwise.
 */
final class AxonServer implements AutoCloseable {

    private static final String CONTEXT = "default";
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final int FIRST_ATTEMPTS = 10;
    /** gRPC does not ask after a silence that was shorter. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** What the server answers when it has looked at what was to be stored, and does not want it. */
    private static final Set<Status.Code> REFUSALS = Set.of(Status.Code.OUT_OF_RANGE, Status.Code.INVALID_ARGUMENT);

    /** What it answers to what is too large; but so does a connection that is ended for too many pings, whatever it has sent. */
    private static final Status.Code TOO_MUCH = Status.Code.RESOURCE_EXHAUSTED;

    private final String address;
    private final ManagedChannel channel;
    private final EventStoreBlockingStub asking;
    private final EventStoreStub streaming;
    private volatile boolean away;

    AxonServer(AxonServerSettings settings) {
        this.address = settings.target();
        this.channel = ManagedChannelBuilder.forTarget("dns:///" + address)
                .usePlaintext()
                // A call that seems to have failed may have been heard: what to do about it is not the channel's to
                // decide.
                .disableRetry()
                .keepAliveTime(SILENCE.toMillis(), TimeUnit.MILLISECONDS)
                .keepAliveTimeout(ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                .maxInboundMessageSize(Integer.MAX_VALUE)
                .intercept(MetadataUtils.newAttachHeadersInterceptor(headers(settings.token())))
                .build();
        this.asking = EventStoreGrpc.newBlockingStub(channel);
        this.streaming = EventStoreGrpc.newStub(channel);
    }

    /** The server, when it has answered once: on a machine where all start at once the first answer may take longer than others. */
    static AxonServer answering(AxonServerSettings settings) {
        AxonServer server = new AxonServer(settings);
        for (int attempt = 1; ; attempt++) {
            try {
                long unused = server.end();
                server.returned();
                return server;
            } catch (AxonServerFault e) {
                if (attempt == FIRST_ATTEMPTS || Status.fromThrowable(e).getCode() != Status.Code.DEADLINE_EXCEEDED) {
                    server.close();
                    throw e;
                }
            }
        }
    }

    private static Metadata headers(String token) {
        Metadata headers = new Metadata();
        headers.put(Headers.CONTEXT, CONTEXT);
        if (!token.isEmpty()) {
            headers.put(Headers.ACCESS_TOKEN, token);
        }
        return headers;
    }

    /** This server; fails at once while it is known to be away. */
    AxonServer present() {
        if (away) {
            throw new AxonServerFault("the Axon Server at " + address + " does not answer", null);
        }
        return this;
    }

    /** Whether it did not answer when it was asked last. */
    boolean isAway() {
        return away;
    }

    /** It was looked for, and has answered. */
    void returned() {
        away = false;
    }

    /** Has the next call connect, though other tries have failed a moment ago. */
    void tryAgain() {
        channel.resetConnectBackoff();
    }

    /** The position of the last event, 0 when there is none. */
    long end() {
        return asked(() ->
                soon().getLastToken(GetLastTokenRequest.getDefaultInstance()).getToken() + 1);
    }

    /** The sequence number of the last event of a stream, -1 when there is none. */
    long lastSequence(String stream) {
        return asked(() -> soon().readHighestSequenceNr(ReadHighestSequenceNrRequest.newBuilder()
                        .setAggregateId(stream)
                        .build())
                .getToSequenceNr());
    }

    /** Events of a stream in their order, from a sequence number on and up to another, which may be among them. */
    List<Event> ofStream(String stream, long first, long end) {
        return asked(() -> {
            List<Event> events = new ArrayList<>();
            soon().listAggregateEvents(GetAggregateEventsRequest.newBuilder()
                            .setAggregateId(stream)
                            .setInitialSequence(first)
                            .setMaxSequence(end)
                            .build())
                    .forEachRemaining(events::add);
            return events;
        });
    }

    /** The events that follow a position; there must be as many. */
    List<EventWithToken> after(long position, int count) {
        return asked(() -> {
            EventCollector collector = new EventCollector(count, ANSWER);
            follow(position, count, collector);
            return collector.collected();
        });
    }

    /** Has somebody hear of the events that follow a position, also of those that are still to come; so many at first. */
    void follow(long position, int permits, ClientResponseObserver<GetEventsRequest, EventWithToken> hearer) {
        streaming
                .listEvents(hearer)
                .onNext(GetEventsRequest.newBuilder()
                        .setTrackingToken(position)
                        .setNumberOfPermits(permits)
                        .setComponentName("patchbay")
                        .build());
    }

    /** The event at a position. */
    Optional<Event> at(long position) {
        return position < 1 || position > end()
                ? Optional.empty()
                : Optional.of(after(position - 1, 1).getFirst().getEvent());
    }

    /**
     * Stores events, all or none. Who is told that it failed does not know whether it did.
     *
     * @throws AxonServerRefusal when the server says that it has not stored them
     */
    void append(List<Event> events, Deadline deadline) {
        if (deadline.isExpired()) {
            throw new AxonServerFault("there was no time left to ask the Axon Server at " + address, null);
        }
        try {
            Confirmations confirmations = new Confirmations();
            var sink = streaming.withDeadline(deadline).appendEvent(confirmations);
            events.forEach(sink::onNext);
            sink.onCompleted();
            if (!confirmations.await(deadline)) {
                throw new AxonServerRefusal(
                        "the Axon Server at " + address + " has not confirmed what was to be stored", true, null);
            }
        } catch (StatusRuntimeException e) {
            AxonServerFault fault = fault(e, e.getStatus());
            boolean certain = REFUSALS.contains(e.getStatus().getCode());
            throw certain || e.getStatus().getCode() == TOO_MUCH
                    ? new AxonServerRefusal(String.valueOf(fault.getMessage()), certain, e)
                    : fault;
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    private EventStoreBlockingStub soon() {
        return asking.withDeadlineAfter(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    }

    private <T> T asked(Supplier<T> call) {
        try {
            return call.get();
        } catch (StatusRuntimeException e) {
            throw fault(e, e.getStatus());
        }
    }

    private AxonServerFault fault(Exception failure, Status status) {
        if (status.getCode() == Status.Code.UNAVAILABLE || status.getCode() == Status.Code.DEADLINE_EXCEEDED) {
            away = true;
            return new AxonServerFault("the Axon Server at " + address + " does not answer", failure);
        }
        String said = status.getDescription();
        return new AxonServerFault(
                "the Axon Server at " + address + " says "
                        + (said == null ? status.getCode().name() : said),
                failure);
    }
}
