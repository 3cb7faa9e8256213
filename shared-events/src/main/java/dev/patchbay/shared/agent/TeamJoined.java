package dev.patchbay.shared.agent;

import org.axonframework.serialization.Revision;

/** From now on the agent is a member of the team. */
@Revision("1")
public record TeamJoined(long agentId, long teamId) implements AgentEvent {}
