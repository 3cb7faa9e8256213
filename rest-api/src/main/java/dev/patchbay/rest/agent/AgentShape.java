package dev.patchbay.rest.agent;

import dev.patchbay.shared.agent.AgentView;
import dev.patchbay.shared.team.TeamSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An agent as one is answered. */
record AgentShape(
        long id,
        Instant createdAt,
        Instant updatedAt,
        String firstName,
        String lastName,
        String email,
        String type,
        String availabilityStatus,
        @Nullable String phoneNumberCallingCode,
        @Nullable String phoneNumber,
        @Nullable String avatarUrl,
        boolean enabled,
        @Nullable Instant lastActiveAt,
        @Nullable Instant lastLoginAt,
        List<String> roles,
        List<String> permissions,
        Map<String, String> customAttributes,
        List<TeamSummary> teams,
        @Nullable String apiKey,
        @Nullable Instant apiKeyLastUsedAt) {

    static final String TYPE = "agent";

    static AgentShape of(AgentView agent, @Nullable Instant lastActiveAt, @Nullable Instant apiKeyLastUsedAt) {
        return new AgentShape(
                agent.id(),
                agent.createdAt(),
                agent.updatedAt(),
                agent.firstName(),
                agent.lastName(),
                agent.email(),
                TYPE,
                agent.availability(),
                null,
                null,
                null,
                agent.enabled(),
                lastActiveAt,
                null,
                agent.roles(),
                agent.permissions(),
                Map.of(),
                agent.teams(),
                agent.apiKey(),
                apiKeyLastUsedAt);
    }
}
