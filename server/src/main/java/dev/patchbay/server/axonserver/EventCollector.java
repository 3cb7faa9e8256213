package dev.patchbay.server.axonserver;

import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Takes so many events of a stream that has no end, as long as one follows the other soon. */
final class EventCollector implements ClientResponseObserver<GetEventsRequest, EventWithToken> {

    private final int count;
    private final Duration patience;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private volatile @Nullable ClientCallStreamObserver<GetEventsRequest> requests;

    /** An event, or why there are no more. */
    private record Arrival(
            @Nullable EventWithToken event, @Nullable Throwable failure) {}

    EventCollector(int count, Duration patience) {
        this.count = count;
        this.patience = patience;
    }

    /** The events; the stream is left behind. */
    List<EventWithToken> collected() {
        try {
            List<EventWithToken> events = new ArrayList<>();
            while (events.size() < count) {
                events.add(next());
            }
            return events;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Status.CANCELLED.withDescription("interrupted").asRuntimeException();
        } finally {
            leave();
        }
    }

    private EventWithToken next() throws InterruptedException {
        Arrival arrival = arrivals.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (arrival == null) {
            throw Status.DEADLINE_EXCEEDED.asRuntimeException();
        }
        EventWithToken event = arrival.event();
        if (event == null) {
            throw arrival.failure() == null
                    ? Status.UNAVAILABLE.withDescription("the stream has ended").asRuntimeException()
                    : new StatusRuntimeException(Status.fromThrowable(arrival.failure()));
        }
        return event;
    }

    private void leave() {
        ClientCallStreamObserver<GetEventsRequest> open = requests;
        if (open != null) {
            open.cancel("no more events are wanted", null);
        }
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<GetEventsRequest> requestStream) {
        requests = requestStream;
    }

    @Override
    public void onNext(EventWithToken event) {
        arrivals.add(new Arrival(event, null));
    }

    @Override
    public void onError(Throwable failure) {
        arrivals.add(new Arrival(null, failure));
    }

    @Override
    public void onCompleted() {
        arrivals.add(new Arrival(null, null));
    }
}
