package dev.patchbay.server.axonserver;

import dev.patchbay.server.log.Log;
import dev.patchbay.server.postgres.Continuity;
import io.axoniq.axonserver.grpc.event.Event;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for Axon Server every second: whether it answers, where the log ends, in case nobody told, and, when it was not heard all the
 * time, whether the last event that was seen is still there. A server that was away is asked nothing before that.
 */
final class AxonServerWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AxonServerWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final AxonServer server;
    private final AxonServerFollower follower;
    private final Log log;
    private final Continuity continuity;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread watcher =
            Thread.ofPlatform().name("axon-server-watch").daemon().unstarted(this::watch);
    /** Whether it was said that the server is away; only the watching thread knows. */
    private boolean told;

    AxonServerWatch(AxonServer server, AxonServerFollower follower, Log log, Continuity continuity) {
        this.server = server;
        this.follower = follower;
        this.log = log;
        this.continuity = continuity;
        watcher.start();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            watcher.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            do {
                try {
                    look();
                } catch (Exception | Error e) { // Who leaves here never comes back.
                    LOG.warn("Axon Server cannot be looked for: {}", e.toString());
                }
            } while (!closed.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        if (server.isAway()) {
            server.tryAgain();
        }
        try {
            log.reached(continuity.end(this::end).position());
        } catch (AxonServerFault e) {
            tell(e);
            return;
        } catch (SQLException e) {
            LOG.debug("the log has lost its end", e);
        }
        if (!follower.isFollowing()) {
            follower.follow(log.head());
        }
        if (server.isAway() || told) {
            told = false;
            server.returned();
            LOG.info("Axon Server answers again");
            log.wake();
        }
    }

    private Continuity.End end(long known, @Nullable String eventId) {
        return new Continuity.End(
                server.end(),
                Instant.EPOCH,
                null,
                known == 0 || follower.isFollowing()
                        ? eventId
                        : server.at(known).map(Event::getMessageIdentifier).orElse(null));
    }

    private void tell(AxonServerFault fault) {
        if (!told) {
            told = true;
            LOG.warn("{}", fault.getMessage());
        }
    }
}
