package dev.patchbay.shared.claim;

import dev.patchbay.shared.Event;

/** What happened to a name that only one of its kind may go by. */
public sealed interface NameEvent extends Event permits NameClaimed, NameFreed {
    /** Whether a name of agents (their address), teams or roles. */
    String kind();

    String name();
}
