package dev.patchbay.query.activity;

import dev.patchbay.query.Recorded;
import dev.patchbay.shared.agent.AgentCreated;
import dev.patchbay.shared.agent.AgentDeleted;
import dev.patchbay.shared.agent.AgentDisabled;
import dev.patchbay.shared.agent.AgentEmailChanged;
import dev.patchbay.shared.agent.AgentEnabled;
import dev.patchbay.shared.agent.AgentKeyIssued;
import dev.patchbay.shared.agent.AgentKeyRevoked;
import dev.patchbay.shared.agent.AgentRenamed;
import dev.patchbay.shared.agent.AvailabilityChanged;
import dev.patchbay.shared.agent.RoleGranted;
import dev.patchbay.shared.agent.RoleWithdrawn;
import dev.patchbay.shared.agent.TeamJoined;
import dev.patchbay.shared.agent.TeamLeft;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Tells what was done to agents. */
@Component
@ProcessingGroup("views")
final class AgentActivities {

    private final Entries entries;

    AgentActivities(Entries entries) {
        this.entries = entries;
    }

    @EventHandler
    void on(AgentCreated event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        entry.of(
                event.accountId(),
                "agent_created",
                Entries.USER,
                event.agentId(),
                "created agent " + Entries.named(event.email(), event.agentId()));
    }

    @EventHandler
    void on(AgentRenamed event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        entry.of(
                "agent_updated",
                Entries.USER,
                event.agentId(),
                "changed the name of agent " + entry.agent(event.agentId()));
    }

    @EventHandler
    void on(AgentEmailChanged event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        entry.of(
                "agent_updated",
                Entries.USER,
                event.agentId(),
                "changed the address of agent " + entry.agent(event.agentId()) + " to " + event.email());
    }

    @EventHandler
    void on(AgentEnabled event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        entry.of("agent_updated", Entries.USER, event.agentId(), "enabled agent " + entry.agent(event.agentId()));
    }

    @EventHandler
    void on(AgentDisabled event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        entry.of("agent_updated", Entries.USER, event.agentId(), "disabled agent " + entry.agent(event.agentId()));
    }

    @EventHandler
    void on(RoleGranted event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        entry.of(
                "agent_updated",
                Entries.USER,
                event.agentId(),
                "gave agent " + entry.agent(event.agentId()) + " the role " + entry.role(event.roleId()));
    }

    @EventHandler
    void on(RoleWithdrawn event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        entry.of(
                "agent_updated",
                Entries.USER,
                event.agentId(),
                "took the role " + entry.role(event.roleId()) + " from agent " + entry.agent(event.agentId()));
    }

    @EventHandler
    void on(TeamJoined event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        entry.of(
                "agent_updated",
                Entries.USER,
                event.agentId(),
                "added agent " + entry.agent(event.agentId()) + " to team " + entry.team(event.teamId()));
    }

    @EventHandler
    void on(TeamLeft event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        entry.of(
                "agent_updated",
                Entries.USER,
                event.agentId(),
                "removed agent " + entry.agent(event.agentId()) + " from team " + entry.team(event.teamId()));
    }

    @EventHandler
    void on(AgentKeyIssued event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        entry.of(
                "api_key_issued",
                Entries.USER,
                event.agentId(),
                "issued an API key for agent " + entry.agent(event.agentId()));
    }

    @EventHandler
    void on(AgentKeyRevoked event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        entry.of(
                "api_key_revoked",
                Entries.USER,
                event.agentId(),
                "revoked the API key of agent " + entry.agent(event.agentId()));
    }

    @EventHandler
    void on(AgentDeleted event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        entry.of("agent_deleted", Entries.USER, event.agentId(), "deleted agent " + entry.agent(event.agentId()));
    }

    /** Only what a person chose, and not that somebody is gone. */
    @EventHandler
    void on(AvailabilityChanged event, Recorded recorded, MetaData metaData) {
        if (event.automatic()) {
            return;
        }
        switch (event.availability()) {
            case "online" -> tell("agent_online", "online", event, entries.by(recorded, metaData));
            case "away_manual" -> tell("agent_away", "away", event, entries.by(recorded, metaData));
            case "away_and_reassigning" ->
                tell("agent_away_reassigned", "away and reassigning", event, entries.by(recorded, metaData));
            default -> {
                // Who is away or offline by themselves says nothing.
            }
        }
    }

    private static void tell(String type, String words, AvailabilityChanged event, Entry entry) {
        String what = entry.isBy(event.agentId())
                ? "is " + words
                : "changed " + entry.agent(event.agentId()) + " status to " + words;
        entry.of(type, Entries.USER, event.agentId(), what);
    }
}
