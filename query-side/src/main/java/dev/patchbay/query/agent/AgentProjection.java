package dev.patchbay.query.agent;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;
import dev.patchbay.shared.agent.AgentCreated;
import dev.patchbay.shared.agent.AgentDeleted;
import dev.patchbay.shared.agent.AgentDisabled;
import dev.patchbay.shared.agent.AgentEmailChanged;
import dev.patchbay.shared.agent.AgentEnabled;
import dev.patchbay.shared.agent.AgentKeyIssued;
import dev.patchbay.shared.agent.AgentKeyRevoked;
import dev.patchbay.shared.agent.AgentRenamed;
import dev.patchbay.shared.agent.Availability;
import dev.patchbay.shared.agent.AvailabilityChanged;
import dev.patchbay.shared.agent.RoleGranted;
import dev.patchbay.shared.agent.RoleWithdrawn;
import dev.patchbay.shared.agent.TeamJoined;
import dev.patchbay.shared.agent.TeamLeft;
import java.util.Arrays;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the agents, their roles and their teams. */
@Component
@ProcessingGroup("views")
final class AgentProjection {

    private final Timeline agents;
    private final Timeline roles;
    private final Timeline teams;

    AgentProjection(Views views) {
        agents = views.timeline(
                "agent",
                List.of("id"),
                List.of(
                        "account_id",
                        "email",
                        "first_name",
                        "last_name",
                        "enabled",
                        "availability",
                        "api_key",
                        "created_at",
                        "updated_at"));
        roles = views.timeline("agent_role", List.of("agent_id", "role_id"), List.of());
        teams = views.timeline("agent_team", List.of("agent_id", "team_id"), List.of());
    }

    @EventHandler
    void on(AgentCreated event, Recorded recorded) {
        agents.open(
                recorded,
                event.agentId(),
                event.accountId(),
                event.email(),
                event.firstName(),
                event.lastName(),
                event.enabled(),
                Availability.OFFLINE.word(),
                null,
                recorded.at().toString(),
                recorded.at().toString());
        event.roleIds().forEach(role -> roles.open(recorded, event.agentId(), role));
        event.teamIds().forEach(team -> teams.open(recorded, event.agentId(), team));
    }

    @EventHandler
    void on(AgentRenamed event, Recorded recorded) {
        change(recorded, event.agentId(), "first_name, last_name", event.firstName(), event.lastName());
    }

    @EventHandler
    void on(AgentEmailChanged event, Recorded recorded) {
        change(recorded, event.agentId(), "email", event.email());
    }

    @EventHandler
    void on(AgentEnabled event, Recorded recorded) {
        change(recorded, event.agentId(), "enabled", true);
    }

    @EventHandler
    void on(AgentDisabled event, Recorded recorded) {
        change(recorded, event.agentId(), "enabled", false);
    }

    @EventHandler
    void on(AvailabilityChanged event, Recorded recorded) {
        change(recorded, event.agentId(), "availability", event.availability());
    }

    @EventHandler
    void on(AgentKeyIssued event, Recorded recorded) {
        change(recorded, event.agentId(), "api_key", event.apiKey());
    }

    @EventHandler
    void on(AgentKeyRevoked event, Recorded recorded) {
        change(recorded, event.agentId(), "api_key", (Object) null);
    }

    @EventHandler
    void on(RoleGranted event, Recorded recorded) {
        change(recorded, event.agentId(), "");
        roles.open(recorded, event.agentId(), event.roleId());
    }

    @EventHandler
    void on(RoleWithdrawn event, Recorded recorded) {
        change(recorded, event.agentId(), "");
        roles.close(recorded, event.agentId(), event.roleId());
    }

    @EventHandler
    void on(TeamJoined event, Recorded recorded) {
        change(recorded, event.agentId(), "");
        teams.open(recorded, event.agentId(), event.teamId());
    }

    @EventHandler
    void on(TeamLeft event, Recorded recorded) {
        change(recorded, event.agentId(), "");
        teams.close(recorded, event.agentId(), event.teamId());
    }

    @EventHandler
    void on(AgentDeleted event, Recorded recorded) {
        agents.close(recorded, event.agentId());
        roles.close(recorded, event.agentId());
        teams.close(recorded, event.agentId());
    }

    private void change(Recorded recorded, long agent, String columns, @Nullable Object... values) {
        @Nullable Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = recorded.at().toString();
        agents.change(recorded, agent, columns + ", updated_at", all);
    }
}
