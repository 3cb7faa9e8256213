package dev.patchbay.shared.assistant;

import org.axonframework.serialization.Revision;

/** The assistant is gone for good; no identity is linked to it any more. */
@Revision("1")
public record AssistantDeleted(long assistantId) implements AssistantEvent {}
