package dev.patchbay.shared.agent;

import dev.patchbay.shared.team.TeamSummary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An agent with everything that is in the log about the agent; roles, permissions and teams in the order of the alphabet. */
public record AgentView(
        long id,
        Instant createdAt,
        Instant updatedAt,
        String firstName,
        String lastName,
        String email,
        String availability,
        boolean enabled,
        List<String> roles,
        List<String> permissions,
        List<TeamSummary> teams,
        @Nullable String apiKey) {

    public AgentView {
        roles = List.copyOf(roles);
        permissions = List.copyOf(permissions);
        teams = List.copyOf(teams);
    }
}
