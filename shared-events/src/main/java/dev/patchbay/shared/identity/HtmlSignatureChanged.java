package dev.patchbay.shared.identity;

import dev.patchbay.shared.Personal;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on HTML ends like this; null for nothing. */
@Revision("1")
public record HtmlSignatureChanged(
        long identityId, @Personal @Nullable String htmlSignature) implements IdentityEvent {}
