package dev.patchbay.shared.identity;

import dev.patchbay.shared.Personal;
import org.axonframework.serialization.Revision;

/** From now on notices about drafts go where this JSON object says. */
@Revision("1")
public record ApprovalChannelChanged(
        long identityId, @Personal String approvalChannel) implements IdentityEvent {}
