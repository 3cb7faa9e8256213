package dev.patchbay.shared.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did, in words.
 *
 * @param actorId the agent who did it, or null when it was none
 * @param targetType {@code user}, {@code role} or {@code team}
 * @param ip where the request came from, if anywhere
 */
public record ActivityView(
        long id,
        Instant createdAt,
        String type,
        String description,
        @Nullable Long actorId,
        String targetType,
        long targetId,
        @Nullable String ip) {}
