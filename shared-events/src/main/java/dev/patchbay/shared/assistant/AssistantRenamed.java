package dev.patchbay.shared.assistant;

import org.axonframework.serialization.Revision;

/** From now on the assistant is called this. */
@Revision("1")
public record AssistantRenamed(long assistantId, String name) implements AssistantEvent {}
