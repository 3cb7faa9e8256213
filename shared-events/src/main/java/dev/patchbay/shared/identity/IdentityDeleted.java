package dev.patchbay.shared.identity;

import dev.patchbay.shared.Personal;
import org.axonframework.serialization.Revision;

/** The identity is gone for good; its address may be given to another. */
@Revision("1")
public record IdentityDeleted(long identityId, @Personal String emailAddress) implements IdentityEvent {}
