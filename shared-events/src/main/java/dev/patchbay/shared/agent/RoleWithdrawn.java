package dev.patchbay.shared.agent;

import org.axonframework.serialization.Revision;

/** From now on the agent does not have the role. */
@Revision("1")
public record RoleWithdrawn(long agentId, long roleId) implements AgentEvent {}
