package dev.patchbay.shared.agent;

import org.axonframework.serialization.Revision;

/** The agent has no key any more. */
@Revision("1")
public record AgentKeyRevoked(long agentId) implements AgentEvent {}
