package dev.patchbay.shared.account;

import org.axonframework.serialization.Revision;

/**
 * Somebody of the account has the projection try again to take in the events that it has parked.
 *
 * @param projection which projection; it is everybody's
 */
@Revision("1")
public record DeadLettersRetried(long accountId, String projection) implements AccountEvent {}
