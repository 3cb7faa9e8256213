package dev.patchbay.shared.assistant;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An assistant as it is answered. */
public record AssistantView(
        long number,
        UUID uuid,
        long accountId,
        String name,
        @Nullable String description,
        Instant createdAt,
        Instant updatedAt) {}
