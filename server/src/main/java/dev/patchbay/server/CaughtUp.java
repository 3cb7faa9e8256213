package dev.patchbay.server;

import dev.patchbay.query.Progress;
import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.shared.Behind;
import dev.patchbay.shared.Moment;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Waits at the start until the views of this process hold what the log holds. */
@Component
@ConditionalOnRole(Role.QUERY)
class CaughtUp implements SmartLifecycle {

    /** After the processors have started, before the doors are opened. */
    private static final int PHASE = SpringAxonConfiguration.LIFECYCLE_PHASE + 256;

    private static final Logger LOG = LoggerFactory.getLogger(CaughtUp.class);

    private final Progress progress;
    private volatile boolean done;

    CaughtUp(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void start() {
        while (!done) {
            try {
                progress.await(Moment.head());
                done = true;
            } catch (Behind stillOnTheWay) {
                LOG.info("views at position {}", progress.reached());
            }
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
