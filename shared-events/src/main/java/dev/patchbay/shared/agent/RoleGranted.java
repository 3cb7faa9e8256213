package dev.patchbay.shared.agent;

import org.axonframework.serialization.Revision;

/** From now on the agent may do what the role permits. */
@Revision("1")
public record RoleGranted(long agentId, long roleId) implements AgentEvent {}
