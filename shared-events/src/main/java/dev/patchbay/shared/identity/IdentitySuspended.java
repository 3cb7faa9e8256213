package dev.patchbay.shared.identity;

import org.axonframework.serialization.Revision;

/** From now on the identity neither sends nor receives. */
@Revision("1")
public record IdentitySuspended(long identityId) implements IdentityEvent {}
