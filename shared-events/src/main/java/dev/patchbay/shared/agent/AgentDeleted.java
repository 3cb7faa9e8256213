package dev.patchbay.shared.agent;

import org.axonframework.serialization.Revision;

/** The agent is gone for good; the address may be used again. */
@Revision("1")
public record AgentDeleted(long agentId) implements AgentEvent {}
