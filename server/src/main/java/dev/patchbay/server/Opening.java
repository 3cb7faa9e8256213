package dev.patchbay.server;

import dev.patchbay.rest.answer.NotYet;
import dev.patchbay.rest.bus.Attempts;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.account.AccountQuery.FindAccount;
import java.time.Duration;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Opens the doors: only when what the log holds is answered from the views, and there is a key to come in with. */
@Component
@ConditionalOnRole(Role.API)
class Opening implements SmartLifecycle {

    /** After the processors have started, before the web server does. */
    private static final int PHASE = SpringAxonConfiguration.LIFECYCLE_PHASE + 512;

    private static final long FIRST_ACCOUNT = 1;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final Questions questions;
    private final FirstKey firstKey;
    private final FirstAgent firstAgent;
    private final Entrance entrance;
    private final ServerSettings settings;
    private volatile boolean open;
    private String said = "";

    Opening(Questions questions, FirstKey firstKey, FirstAgent firstAgent, Entrance entrance, ServerSettings settings) {
        this.questions = questions;
        this.firstKey = firstKey;
        this.firstAgent = firstAgent;
        this.entrance = entrance;
        this.settings = settings;
    }

    @Override
    public void start() {
        entrance.enter();
        try (Patience others = new Patience()) {
            await(() -> questions.ask(new FindAccount(FIRST_ACCOUNT, Moment.head())), others);
            await(() -> Attempts.run(firstKey::issueIfNoneWasAnnounced), others);
            await(() -> Attempts.run(firstAgent::letIn), others);
        }
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

    private void await(Runnable step, Patience others) {
        while (!isDone(step)) {
            others.take(BETWEEN_TRIES);
            entrance.enter();
        }
    }

    /** Those who decide and answer may be other processes, which start later. */
    private boolean isDone(Runnable step) {
        try {
            step.run();
            return true;
        } catch (NotYet behind) {
            say("the views are not at position " + behind.position() + " yet");
            return false;
        } catch (RuntimeException e) {
            if (settings.isWhole() || !Attempts.isUnanswered(e)) {
                throw e;
            }
            say("this process waits for those that decide and answer");
            return false;
        }
    }

    private void say(String what) {
        if (!what.equals(said)) {
            LOG.info("{}", what);
            said = what;
        }
    }
}
