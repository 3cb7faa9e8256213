package dev.patchbay.shared.team;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A team. */
public record TeamView(
        long id,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String emoji,
        String name,
        String assignmentType,
        String timezone,
        int assignmentLimit) {}
