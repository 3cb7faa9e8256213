package dev.patchbay.shared.identity;

import dev.patchbay.shared.Personal;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * From now on the account sends and receives mail under this address.
 *
 * @param uuid what callers know it by
 * @param approvalChannel a JSON object, in the words of whoever set it
 */
@Revision("1")
public record IdentityCreated(
        long identityId,
        long accountId,
        String uuid,
        long domainId,
        @Personal String localPart,
        @Personal String emailAddress,
        @Personal String displayName,
        @Nullable Long assistantId,
        @Personal @Nullable String replyToEmail,
        @Personal @Nullable String textSignature,
        @Personal @Nullable String htmlSignature,
        int threadHistoryDepth,
        @Personal String approvalChannel,
        boolean coldSendingAllowed,
        boolean autoApprovalEnabled)
        implements IdentityEvent {}
