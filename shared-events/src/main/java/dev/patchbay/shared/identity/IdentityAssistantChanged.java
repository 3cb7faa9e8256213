package dev.patchbay.shared.identity;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on this assistant answers for the identity; null when none does. */
@Revision("1")
public record IdentityAssistantChanged(
        long identityId, @Nullable Long assistantId) implements IdentityEvent {}
