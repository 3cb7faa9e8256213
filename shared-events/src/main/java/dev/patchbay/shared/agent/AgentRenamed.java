package dev.patchbay.shared.agent;

import dev.patchbay.shared.Personal;
import org.axonframework.serialization.Revision;

/** From now on the agent is called this; the last name may be empty. */
@Revision("1")
public record AgentRenamed(
        long agentId, @Personal String firstName, @Personal String lastName) implements AgentEvent {}
