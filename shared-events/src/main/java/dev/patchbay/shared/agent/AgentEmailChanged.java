package dev.patchbay.shared.agent;

import dev.patchbay.shared.Personal;
import org.axonframework.serialization.Revision;

/** From now on this is the agent's address, in lower case. */
@Revision("1")
public record AgentEmailChanged(long agentId, @Personal String email) implements AgentEvent {}
