package dev.patchbay.server;

import dev.patchbay.query.Progress;
import dev.patchbay.rest.bus.Attempts;
import dev.patchbay.shared.Behind;
import dev.patchbay.shared.Moment;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Opens the doors: only when the views hold what the log holds, and there is a key to come in with. */
@Component
class Opening implements SmartLifecycle {

    /** After the processors have started, before the web server does. */
    private static final int PHASE = SpringAxonConfiguration.LIFECYCLE_PHASE + 512;

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final Progress progress;
    private final FirstKey firstKey;
    private final FirstAgent firstAgent;
    private final Entrance entrance;
    private volatile boolean open;

    Opening(Progress progress, FirstKey firstKey, FirstAgent firstAgent, Entrance entrance) {
        this.progress = progress;
        this.firstKey = firstKey;
        this.firstAgent = firstAgent;
        this.entrance = entrance;
    }

    @Override
    public void start() {
        entrance.enter();
        while (!caughtUp()) {
            entrance.enter();
            LOG.info("views at position {}", progress.reached());
        }
        Attempts.run(firstKey::issueIfNoneWasAnnounced);
        Attempts.run(firstAgent::letIn);
        open = true;
    }

    @Override
    public void stop() {
        open = false;
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private boolean caughtUp() {
        try {
            progress.await(Moment.head());
            return true;
        } catch (Behind stillOnTheWay) {
            return false;
        }
    }
}
