package dev.patchbay.shared.agent;

import org.axonframework.serialization.Revision;

/** From now on the agent is no member of the team. */
@Revision("1")
public record TeamLeft(long agentId, long teamId) implements AgentEvent {}
