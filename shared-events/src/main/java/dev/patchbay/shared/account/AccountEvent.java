package dev.patchbay.shared.account;

import dev.patchbay.shared.Event;

/** What happened to an account. */
public sealed interface AccountEvent extends Event permits AccountOpened, DeadLettersRetried {
    long accountId();
}
