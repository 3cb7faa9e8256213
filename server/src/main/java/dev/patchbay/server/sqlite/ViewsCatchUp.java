package dev.patchbay.server.sqlite;

import dev.patchbay.query.Head;
import dev.patchbay.query.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Brings the views to the head of the log at the start, all of them if need be; then the processor goes on. */
final class ViewsCatchUp implements SmartLifecycle {

    /** Before the processors start. */
    private static final int PHASE = SpringAxonConfiguration.LIFECYCLE_PHASE - 512;

    private static final Logger LOG = LoggerFactory.getLogger(ViewsCatchUp.class);
    private static final int EVENTS_PER_TRANSACTION = 10_000;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final Supplier<ViewsBuild> builds;
    private final Head head;
    private final Progress progress;
    private volatile boolean done;

    ViewsCatchUp(Supplier<ViewsBuild> builds, Head head, Progress progress) {
        this.builds = builds;
        this.head = head;
        this.progress = progress;
    }

    @Override
    public void start() {
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
        done = true;
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
