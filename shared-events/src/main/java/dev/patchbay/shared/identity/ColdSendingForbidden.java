package dev.patchbay.shared.identity;

import org.axonframework.serialization.Revision;

/** From now on the identity only answers. */
@Revision("1")
public record ColdSendingForbidden(long identityId) implements IdentityEvent {}
