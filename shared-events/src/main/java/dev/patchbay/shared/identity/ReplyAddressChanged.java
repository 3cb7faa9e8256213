package dev.patchbay.shared.identity;

import dev.patchbay.shared.Personal;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on answers go to this address; null for the identity's own. */
@Revision("1")
public record ReplyAddressChanged(
        long identityId, @Personal @Nullable String replyToEmail) implements IdentityEvent {}
