package dev.patchbay.shared.identity;

import org.axonframework.serialization.Revision;

/** From now on the identity sends and receives again. */
@Revision("1")
public record IdentityResumed(long identityId) implements IdentityEvent {}
