package dev.patchbay.shared.claim;

import dev.patchbay.shared.Event;

/** What happened to a name that only one of its kind may go by. */
public sealed interface NameEvent extends Event permits NameClaimed, NameFreed {
    /** What goes by the name: agents (by their address), teams, roles, domains, identities, replays (by their projection). */
    String kind();

    String name();
}
