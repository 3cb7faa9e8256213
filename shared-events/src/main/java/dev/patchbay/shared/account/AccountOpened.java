package dev.patchbay.shared.account;

import org.axonframework.serialization.Revision;

/** From now on the account may own projects, operators, virtual numbers and API keys. */
@Revision("1")
public record AccountOpened(long accountId, String name) implements AccountEvent {}
