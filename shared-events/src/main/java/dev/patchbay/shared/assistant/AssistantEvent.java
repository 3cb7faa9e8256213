package dev.patchbay.shared.assistant;

import dev.patchbay.shared.Event;

/** What happened to an assistant. */
public sealed interface AssistantEvent extends Event
        permits AssistantCreated, AssistantRenamed, AssistantDescriptionChanged, AssistantDeleted {
    long assistantId();
}
