package dev.patchbay.command.assistant;

import dev.patchbay.shared.assistant.AssistantId;

/** The assistants that other decisions depend on. */
public interface Assistants {

    /** Refuses as not found unless the account has this assistant, and keeps it from being deleted until the commit. */
    void requireThere(AssistantId assistant, long account);
}
