package dev.patchbay.shared.virtualnumber;

import dev.patchbay.shared.Event;

/** What happened to the way in which an account's virtual numbers fall back to each other. */
public sealed interface FallbackPlanEvent extends Event permits FallbackLinked, FallbackUnlinked {
    long accountId();
}
