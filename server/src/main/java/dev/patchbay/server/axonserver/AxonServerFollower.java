package dev.patchbay.server.axonserver;

import dev.patchbay.server.log.Log;
import dev.patchbay.server.log.PlacedEvent;
import dev.patchbay.server.log.RecentEvents;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears of every event of the log, as long as Axon Server answers. As long as one stream of it goes on, the log does so too. */
final class AxonServerFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AxonServerFollower.class);
    private static final int PERMITS = 2_000;

    private final AxonServer server;
    private final Log log;
    private final RecentEvents recent;
    private final AtomicReference<@Nullable Hearing> hearing = new AtomicReference<>();

    AxonServerFollower(AxonServer server, Log log, RecentEvents recent) {
        this.server = server;
        this.log = log;
        this.recent = recent;
    }

    /** Whether nothing was missed since it was told to follow. */
    boolean isFollowing() {
        return hearing.get() != null;
    }

    /** Follows from a position on. */
    void follow(long position) {
        Hearing begun = new Hearing();
        hearing.set(begun);
        try {
            server.follow(position, PERMITS, begun);
        } catch (RuntimeException e) {
            hearing.compareAndSet(begun, null);
            throw e;
        }
    }

    @Override
    public void close() {
        Hearing open = hearing.getAndSet(null);
        if (open != null) {
            open.end();
        }
    }

    private final class Hearing implements ClientResponseObserver<GetEventsRequest, EventWithToken> {

        private volatile @Nullable ClientCallStreamObserver<GetEventsRequest> requests;
        private int left = PERMITS;

        @Override
        public void beforeStart(ClientCallStreamObserver<GetEventsRequest> requestStream) {
            requests = requestStream;
        }

        @Override
        public void onNext(EventWithToken event) {
            PlacedEvent placed = EventForm.placed(event);
            recent.add(placed);
            log.reached(placed.position());
            left--;
            ClientCallStreamObserver<GetEventsRequest> open = requests;
            if (left < PERMITS / 2 && open != null) {
                left += PERMITS;
                open.onNext(GetEventsRequest.newBuilder()
                        .setNumberOfPermits(PERMITS)
                        .build());
            }
        }

        @Override
        public void onError(Throwable failure) {
            LOG.debug("the log is not followed any more", failure);
            hearing.compareAndSet(this, null);
        }

        @Override
        public void onCompleted() {
            hearing.compareAndSet(this, null);
        }

        private void end() {
            ClientCallStreamObserver<GetEventsRequest> open = requests;
            if (open != null) {
                open.cancel("the log is not followed any more", null);
            }
        }
    }
}
