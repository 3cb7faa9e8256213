package dev.patchbay.shared.identity;

import org.axonframework.serialization.Revision;

/** From now on the identity may write to people who did not write first. */
@Revision("1")
public record ColdSendingAllowed(long identityId) implements IdentityEvent {}
