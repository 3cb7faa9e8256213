package dev.patchbay.shared.agent;

import java.time.Instant;

/** An agent as one of many. */
public record AgentSummary(
        long id,
        String firstName,
        String lastName,
        String email,
        boolean enabled,
        String availability,
        Instant createdAt,
        Instant updatedAt) {}
