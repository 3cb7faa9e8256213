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
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps events in memory, as the event store of an Axon Server does on disk, and misbehaves as told. */
final class MemoryEventStore extends EventStoreGrpc.EventStoreImplBase {

    private final List<Event> events = new ArrayList<>();
    private final List<Following> followers = new ArrayList<>();
    private boolean silentAfterAppends;
    private boolean deaf;
    private @Nullable Runnable late;
    private int looksUntilLate;
    private int looksUntilSeen;
    private long endBefore;
    private boolean lagging;
    private boolean losingSight;
    private boolean blind;
    private String unwanted = "";
    private @Nullable Event intruder;

    /** Whom it has told of events has gone. */
    synchronized void forgetFollowers() {
        followers.clear();
    }

    /** From now on appends are stored and not confirmed. */
    synchronized void confirmNothing() {
        silentAfterAppends = true;
    }

    /** From now on appends are neither stored nor confirmed. */
    synchronized void takeNothing() {
        deaf = true;
    }

    /** The next append is answered with a fault, and stored when somebody has looked for the end of the log some times. */
    synchronized void takeLate() {
        looksUntilLate = 3;
    }

    /** From now on the log ends where an append has brought it only when somebody has looked for that some times. */
    synchronized void lag() {
        lagging = true;
    }

    /** From the next append on, which is confirmed, nobody is told where the log ends. */
    synchronized void loseSight() {
        losingSight = true;
    }

    /** From now on nothing is stored together with an event of this stream. */
    synchronized void refuse(String stream) {
        unwanted = stream;
    }

    /** Somebody else's event is stored directly after the next append. */
    synchronized void intrude(Event event) {
        intruder = event;
    }

    synchronized void behave() {
        losingSight = false;
        blind = false;
        silentAfterAppends = false;
        deaf = false;
    }

    /** The events from this position on are gone. */
    synchronized void putBackTo(long position) {
        events.subList((int) position, events.size()).clear();
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
        if (looksUntilLate > 0 && late == null) {
            late = () -> events.addAll(added);
            answer.onError(Status.INTERNAL.asRuntimeException());
            return;
        }
        if (added.stream().anyMatch(event -> event.getAggregateIdentifier().equals(unwanted))) {
            answer.onError(Status.RESOURCE_EXHAUSTED.asRuntimeException());
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
        if (lagging) {
            endBefore = before;
            looksUntilSeen = 3;
        }
        blind = losingSight;
        if (intruder != null) {
            events.add(intruder);
            intruder = null;
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
                        && event.getAggregateSequenceNumber() <= request.getMaxSequence())
                .forEach(answer::onNext);
        answer.onCompleted();
    }

    @Override
    public synchronized void getLastToken(GetLastTokenRequest request, StreamObserver<TrackingToken> answer) {
        if (blind) {
            answer.onError(Status.INTERNAL.asRuntimeException());
            return;
        }
        long end = events.size();
        if (looksUntilSeen > 0) {
            looksUntilSeen--;
            end = endBefore;
        }
        Runnable arriving = late;
        if (arriving != null) {
            looksUntilLate--;
            if (looksUntilLate == 0) {
                arriving.run();
                late = null;
            }
        }
        answer.onNext(TrackingToken.newBuilder().setToken(end - 1).build());
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
