package dev.patchbay.shared.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An identity as it is answered.
 *
 * @param approvalChannel a JSON object
 */
public record IdentityView(
        long number,
        UUID uuid,
        long accountId,
        UUID domainUuid,
        @Nullable UUID assistantUuid,
        String localPart,
        String emailAddress,
        String displayName,
        @Nullable String replyToEmail,
        @Nullable String textSignature,
        @Nullable String htmlSignature,
        int threadHistoryDepth,
        String status,
        String approvalChannel,
        boolean coldSendingAllowed,
        boolean autoApprovalEnabled,
        Instant createdAt,
        Instant updatedAt) {}
