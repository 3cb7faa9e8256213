package dev.patchbay.shared.identity;

import dev.patchbay.shared.Personal;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on plain text ends like this; null for nothing. */
@Revision("1")
public record TextSignatureChanged(
        long identityId, @Personal @Nullable String textSignature) implements IdentityEvent {}
