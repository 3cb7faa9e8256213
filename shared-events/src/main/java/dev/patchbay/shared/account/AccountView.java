package dev.patchbay.shared.account;

import java.time.Instant;

/** An account as it is answered. */
public record AccountView(long id, String name, Instant createdAt) {}
