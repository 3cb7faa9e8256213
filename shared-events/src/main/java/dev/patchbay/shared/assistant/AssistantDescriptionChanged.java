package dev.patchbay.shared.assistant;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on the assistant is described like this; null when it is not. */
@Revision("1")
public record AssistantDescriptionChanged(
        long assistantId, @Nullable String description) implements AssistantEvent {}
