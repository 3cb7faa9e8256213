package dev.patchbay.shared.identity;

import dev.patchbay.shared.Event;

/** What happened to an identity. */
public sealed interface IdentityEvent extends Event
        permits IdentityCreated,
                IdentityRenamed,
                IdentityAssistantChanged,
                ReplyAddressChanged,
                TextSignatureChanged,
                HtmlSignatureChanged,
                ThreadHistoryDepthChanged,
                ApprovalChannelChanged,
                ColdSendingAllowed,
                ColdSendingForbidden,
                AutoApprovalEnabled,
                AutoApprovalDisabled,
                IdentitySuspended,
                IdentityResumed,
                IdentityDeleted {
    long identityId();
}
