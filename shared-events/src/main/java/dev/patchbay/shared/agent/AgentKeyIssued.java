package dev.patchbay.shared.agent;

import dev.patchbay.shared.Personal;
import org.axonframework.serialization.Revision;

/** From now on whoever holds this key and its secret acts as the agent; an earlier pair opens nothing any more. */
@Revision("1")
public record AgentKeyIssued(long agentId, @Personal String apiKey) implements AgentEvent {}
