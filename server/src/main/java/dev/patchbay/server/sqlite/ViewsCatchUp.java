package dev.patchbay.server.sqlite;

import dev.patchbay.query.Head;
import dev.patchbay.query.Progress;
import dev.patchbay.query.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Brings views that are far behind to the head of the log at the start, and tries again what is parked; then the processor goes on. */
final class ViewsCatchUp implements SmartLifecycle {

    /** Before the processors start. */
    private static final int PHASE = SpringAxonConfiguration.LIFECYCLE_PHASE - 512;

    private static final Logger LOG = LoggerFactory.getLogger(ViewsCatchUp.class);
    /** So few events the processor takes in as soon. */
    private static final int FEW = 1_000;

    private static final int EVENTS_PER_TRANSACTION = 10_000;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final DataSource views;
    private final Supplier<ViewsBuild> builds;
    private final Runnable retry;
    private final Head head;
    private final Progress progress;
    private volatile boolean done;

    ViewsCatchUp(DataSource views, Supplier<ViewsBuild> builds, Runnable retry, Head head, Progress progress) {
        this.views = views;
        this.builds = builds;
        this.retry = retry;
        this.head = head;
        this.progress = progress;
    }

    @Override
    public void start() {
        if (head.position() - progress.reached() > FEW) {
            build();
        } else {
            // A build that was killed may have left the last of its work.
            Schema.create(views);
        }
        retry.run();
        done = true;
    }

    private void build() {
        try (ViewsBuild build = builds.get()) {
            Instant told = Instant.now();
            while (build.position() < head.position()) {
                long position = build.feed(head.position(), EVENTS_PER_TRANSACTION);
                if (Duration.between(told, Instant.now()).compareTo(BETWEEN_LINES) > 0) {
                    LOG.info("views at position {} of {}", position, head.position());
                    told = Instant.now();
                }
            }
            build.complete();
            progress.reach(build.position());
        }
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
