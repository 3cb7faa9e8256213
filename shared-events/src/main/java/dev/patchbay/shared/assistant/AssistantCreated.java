package dev.patchbay.shared.assistant;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * From now on the account has this assistant.
 *
 * @param uuid what callers know it by
 */
@Revision("1")
public record AssistantCreated(
        long assistantId,
        long accountId,
        String uuid,
        String name,
        @Nullable String description) implements AssistantEvent {}
