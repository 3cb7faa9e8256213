package dev.patchbay.shared.agent;

import dev.patchbay.shared.Personal;
import org.axonframework.serialization.Revision;

/** From now on the agent is available, or not, in this way: online, away, offline, away_manual or away_and_reassigning; automatic when no person wanted it. */
@Revision("1")
public record AvailabilityChanged(long agentId, @Personal String availability, boolean automatic)
        implements AgentEvent {}
