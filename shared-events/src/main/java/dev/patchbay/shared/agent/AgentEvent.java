package dev.patchbay.shared.agent;

import dev.patchbay.shared.Event;

/** What happened to an agent. */
public sealed interface AgentEvent extends Event
        permits AgentCreated,
                AgentDeleted,
                AgentDisabled,
                AgentEmailChanged,
                AgentEnabled,
                AgentKeyIssued,
                AgentKeyRevoked,
                AgentRenamed,
                AvailabilityChanged,
                RoleGranted,
                RoleWithdrawn,
                TeamJoined,
                TeamLeft {
    long agentId();
}
