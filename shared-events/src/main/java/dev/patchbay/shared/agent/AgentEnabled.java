package dev.patchbay.shared.agent;

import org.axonframework.serialization.Revision;

/** From now on the agent may act. */
@Revision("1")
public record AgentEnabled(long agentId) implements AgentEvent {}
