package dev.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.rest.agent.AvailabilitySweep;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.Refusal.Reason;
import dev.patchbay.shared.agent.AgentCommand.ChangeAvailability;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.agent.AgentQuery.AgentAtWork;
import dev.patchbay.shared.agent.AgentQuery.ListAgentsAtWork;
import dev.patchbay.shared.agent.Availability;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AvailabilitySweepTest extends ApiTest {
    private static final Instant FIVE_MINUTES_AGO = Backend.NOON.minus(Duration.ofMinutes(5));

    private AvailabilitySweep sweep;

    @BeforeEach
    void begin() {
        sweep = api.part(AvailabilitySweep.class);
        backend.answering(
                ListAgentsAtWork.class,
                query -> Answer.list(
                        List.of(new AgentAtWork(11, 1), new AgentAtWork(12, 1), new AgentAtWork(13, 1)), 40));
        backend.agents.touch(11, SomeAgents.ADMIN, FIVE_MINUTES_AGO.minusMillis(1));
        backend.agents.touch(12, SomeAgents.CLERK, FIVE_MINUTES_AGO);
        backend.agents.touch(13, SomeAgents.GONE, Instant.EPOCH);
    }

    @Test
    void takes_those_off_line_who_did_not_act_for_five_minutes_or_never_did() {
        sweep.sweep(Backend.NOON);

        assertThat(backend.commands()).containsExactly(offline(11), offline(13));
    }

    @Test
    void goes_on_with_the_others_when_one_is_refused() {
        backend.refuse(Reason.NOT_FOUND, "gone");

        sweep.sweep(Backend.NOON);

        assertThat(backend.commands()).containsExactly(offline(11), offline(13));
    }

    @Test
    void leaves_who_comes_back_while_others_are_decided_about() {
        backend.whileDeciding = () -> backend.agents.touch(13, SomeAgents.GONE, Backend.NOON);

        sweep.sweep(Backend.NOON);

        assertThat(backend.commands()).containsExactly(offline(11));
    }

    @Test
    void ends_with_the_first_that_nobody_decides_about() {
        backend.refuse(Reason.UNAVAILABLE, "the log cannot be written");

        assertThatThrownBy(() -> sweep.sweep(Backend.NOON)).isInstanceOf(Refusal.class);

        assertThat(backend.commands()).containsExactly(offline(11));
    }

    private static ChangeAvailability offline(long agent) {
        return new ChangeAvailability(new AgentId(agent), Availability.OFFLINE, true);
    }
}
