package dev.patchbay.shared.agent;

import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * The agent is gone for good; the address may be used again.
 *
 * @param roleIds the roles that the agent had to the end, ascending; none in what was recorded before they were kept
 * @param teamIds the teams that the agent was in to the end, likewise
 */
@Revision("2")
public record AgentDeleted(long agentId, List<Long> roleIds, List<Long> teamIds) implements AgentEvent {

    public AgentDeleted {
        roleIds = List.copyOf(roleIds);
        teamIds = List.copyOf(teamIds);
    }
}
