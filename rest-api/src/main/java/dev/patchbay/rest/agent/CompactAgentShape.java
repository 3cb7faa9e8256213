package dev.patchbay.rest.agent;

import dev.patchbay.shared.agent.AgentSummary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An agent as one of many is answered. */
record CompactAgentShape(
        long id,
        String type,
        String firstName,
        String lastName,
        String email,
        boolean enabled,
        @Nullable String avatarUrl,
        @Nullable String externalUserId,
        String availabilityStatus,
        Instant createdAt,
        Instant updatedAt) {

    static CompactAgentShape of(AgentSummary agent) {
        return new CompactAgentShape(
                agent.id(),
                AgentShape.TYPE,
                agent.firstName(),
                agent.lastName(),
                agent.email(),
                agent.enabled(),
                null,
                null,
                agent.availability(),
                agent.createdAt(),
                agent.updatedAt());
    }
}
