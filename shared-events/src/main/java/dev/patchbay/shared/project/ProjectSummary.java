package dev.patchbay.shared.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A project as lists show it. */
public record ProjectSummary(
        long id,
        String name,
        @Nullable String language,
        @Nullable String industry,
        Instant createdAt,
        Instant updatedAt) {}
