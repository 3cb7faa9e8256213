package dev.patchbay.shared.assistant;

import dev.patchbay.shared.Kind;

/** The number of an assistant. */
public record AssistantId(long value) {

    @Override
    public String toString() {
        return Kind.ASSISTANT.stream(value);
    }
}
