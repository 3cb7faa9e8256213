package dev.patchbay.rest.agent;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.bus.Attempts;
import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.rest.caller.AgentCredentials;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.agent.AgentCommand.ChangeAvailability;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.agent.AgentQuery.AgentAtWork;
import dev.patchbay.shared.agent.AgentQuery.ListAgentsAtWork;
import dev.patchbay.shared.agent.Availability;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets agents go offline who did not act for five minutes, unless they have said that they are away. */
@Component
public final class AvailabilitySweep {
    private static final Logger LOG = LoggerFactory.getLogger(AvailabilitySweep.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long EVERY_MILLIS = 60_000;

    private final Questions questions;
    private final Decisions decisions;
    private final AgentCredentials credentials;
    private final Clock clock;

    public AvailabilitySweep(Questions questions, Decisions decisions, AgentCredentials credentials, Clock clock) {
        this.questions = questions;
        this.decisions = decisions;
        this.credentials = credentials;
        this.clock = clock;
    }

    @Scheduled(initialDelay = EVERY_MILLIS, fixedDelay = EVERY_MILLIS)
    void sweep() {
        try {
            sweep(clock.instant());
        } catch (Problem | CommandExecutionException later) {
            LOG.warn("agents who are gone are looked for again in a minute: {}", later.getMessage());
        }
    }

    /** As of a time: whoever did not act in the five minutes before it, or never, is gone. */
    public void sweep(Instant now) {
        List<AgentAtWork> atWork =
                questions.ask(new ListAgentsAtWork(Moment.head())).found().orElseThrow();
        Set<Long> active = credentials.activeSince(now.minus(PATIENCE));
        atWork.stream().filter(agent -> !active.contains(agent.agentId())).forEach(agent -> sweep(agent, now));
    }

    /** One who cannot be swept keeps none of the others, unless nobody decides about any. */
    private void sweep(AgentAtWork agent, Instant now) {
        try {
            // Others were decided about meanwhile: by now somebody may be back.
            if (credentials
                    .lastActive(agent.agentId(), null)
                    .filter(active -> !active.isBefore(now.minus(PATIENCE)))
                    .isPresent()) {
                return;
            }
            decisions.decide(
                    Together.of(new ChangeAvailability(new AgentId(agent.agentId()), Availability.OFFLINE, true)),
                    Provenance.system(agent.accountId(), UUID.randomUUID().toString()));
        } catch (CommandExecutionException | Problem later) {
            if (Attempts.isUnanswered(later)) {
                throw later;
            }
            LOG.warn("whether {} is gone is looked at again in a minute: {}", agent.agentId(), later.getMessage());
        }
    }
}
