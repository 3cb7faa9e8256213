package dev.patchbay.server.axonserver;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetAggregateEventsRequest;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrResponse;
import io.axoniq.axonserver.grpc.event.TrackingToken;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Speaks like the event store of an Axon Server, keeps its events in memory, and misbehaves as told. */
final class MemoryEventStore extends EventStoreGrpc.EventStoreImplBase implements AutoCloseable {

    private final List<Event> events = new ArrayList<>();
    private final List<Following> followers = new ArrayList<>();
    private final int port;
    private Server server;
    private boolean silentAfterAppends;
    private boolean deaf;

    MemoryEventStore() {
        server = started(0);
        port = server.getPort();
    }

    private Server started(int wanted) {
        try {
            return ServerBuilder.forPort(wanted).addService(this).build().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "localhost:" + port;
    }

    /** Ends, and keeps its events. */
    void leave() {
        server.shutdownNow();
        try {
            server.awaitTermination();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            followers.clear();
        }
    }

    void comeBack() {
        server = started(port);
    }

    /** From now on appends are stored and not confirmed. */
    synchronized void confirmNothing() {
        silentAfterAppends = true;
    }

    /** From now on appends are neither stored nor confirmed. */
    synchronized void takeNothing() {
        deaf = true;
    }

    synchronized void behave() {
        silentAfterAppends = false;
        deaf = false;
    }

    /** The events from this position on are gone. */
    synchronized void putBackTo(long position) {
        events.subList((int) position, events.size()).clear();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    @Override
    public StreamObserver<Event> appendEvent(StreamObserver<Confirmation> answer) {
        List<Event> added = new ArrayList<>();
        return new StreamObserver<>() {
            @Override
            public void onNext(Event event) {
                added.add(event);
            }

            @Override
            public void onError(Throwable failure) {
                added.clear();
            }

            @Override
            public void onCompleted() {
                store(added, answer);
            }
        };
    }

    private synchronized void store(List<Event> added, StreamObserver<Confirmation> answer) {
        if (deaf) {
            answer.onError(Status.UNAVAILABLE.asRuntimeException());
            return;
        }
        int before = events.size();
        for (Event event : added) {
            if (event.getAggregateSequenceNumber() != last(event.getAggregateIdentifier()) + 1) {
                events.subList(before, events.size()).clear();
                answer.onError(Status.OUT_OF_RANGE
                        .withDescription("[AXONIQ-2000] invalid sequence")
                        .asRuntimeException());
                return;
            }
            events.add(event);
        }
        followers.forEach(Following::send);
        if (silentAfterAppends) {
            answer.onError(Status.UNAVAILABLE.asRuntimeException());
            return;
        }
        answer.onNext(Confirmation.newBuilder().setSuccess(true).build());
        answer.onCompleted();
    }

    @Override
    public StreamObserver<GetEventsRequest> listEvents(StreamObserver<EventWithToken> answer) {
        Following following = new Following(answer);
        return new StreamObserver<>() {
            @Override
            public void onNext(GetEventsRequest request) {
                synchronized (MemoryEventStore.this) {
                    if (!followers.contains(following)) {
                        following.next = request.getTrackingToken();
                        followers.add(following);
                    }
                    following.permits += request.getNumberOfPermits();
                    following.send();
                }
            }

            @Override
            public void onError(Throwable failure) {
                leave();
            }

            @Override
            public void onCompleted() {
                leave();
            }

            private void leave() {
                synchronized (MemoryEventStore.this) {
                    followers.remove(following);
                }
            }
        };
    }

    @Override
    public synchronized void listAggregateEvents(GetAggregateEventsRequest request, StreamObserver<Event> answer) {
        events.stream()
                .filter(event -> event.getAggregateIdentifier().equals(request.getAggregateId())
                        && event.getAggregateSequenceNumber() >= request.getInitialSequence()
                        && event.getAggregateSequenceNumber() < request.getMaxSequence())
                .forEach(answer::onNext);
        answer.onCompleted();
    }

    @Override
    public synchronized void getLastToken(GetLastTokenRequest request, StreamObserver<TrackingToken> answer) {
        answer.onNext(TrackingToken.newBuilder().setToken(events.size() - 1).build());
        answer.onCompleted();
    }

    @Override
    public synchronized void readHighestSequenceNr(
            ReadHighestSequenceNrRequest request, StreamObserver<ReadHighestSequenceNrResponse> answer) {
        answer.onNext(ReadHighestSequenceNrResponse.newBuilder()
                .setToSequenceNr(last(request.getAggregateId()))
                .build());
        answer.onCompleted();
    }

    private long last(String stream) {
        return events.stream()
                .filter(event -> event.getAggregateIdentifier().equals(stream))
                .mapToLong(Event::getAggregateSequenceNumber)
                .max()
                .orElse(-1);
    }

    private final class Following {
        private final StreamObserver<EventWithToken> answer;
        private long next;
        private long permits;

        Following(StreamObserver<EventWithToken> answer) {
            this.answer = answer;
        }

        void send() {
            try {
                while (permits > 0 && next < events.size()) {
                    answer.onNext(EventWithToken.newBuilder()
                            .setToken(next)
                            .setEvent(events.get((int) next))
                            .build());
                    next++;
                    permits--;
                }
            } catch (StatusRuntimeException e) {
                permits = 0; // It has left, and is about to say so.
            }
        }
    }
}
