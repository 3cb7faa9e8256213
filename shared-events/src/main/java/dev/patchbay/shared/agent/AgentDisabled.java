package dev.patchbay.shared.agent;

import org.axonframework.serialization.Revision;

/** From now on the agent may not act, whatever roles the agent has. */
@Revision("1")
public record AgentDisabled(long agentId) implements AgentEvent {}
