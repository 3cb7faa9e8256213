package dev.patchbay.shared.agent;

import dev.patchbay.shared.Personal;
import java.util.List;
import org.axonframework.serialization.Revision;

/** From now on the account has this agent, who is offline and has no key. */
@Revision("1")
public record AgentCreated(
        long agentId,
        long accountId,
        @Personal String email,
        @Personal String firstName,
        @Personal String lastName,
        boolean enabled,
        List<Long> roleIds,
        List<Long> teamIds)
        implements AgentEvent {
    public AgentCreated {
        roleIds = List.copyOf(roleIds);
        teamIds = List.copyOf(teamIds);
    }
}
