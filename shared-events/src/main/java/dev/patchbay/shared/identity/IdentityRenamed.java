package dev.patchbay.shared.identity;

import dev.patchbay.shared.Personal;
import org.axonframework.serialization.Revision;

/** From now on the identity shows this name. */
@Revision("1")
public record IdentityRenamed(long identityId, @Personal String displayName) implements IdentityEvent {}
