package dev.patchbay.rest.identity;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.patchbay.shared.identity.IdentityView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An identity as it is answered. */
record IdentityShape(
        UUID id,
        UUID workspaceId,
        UUID domainId,
        @Nullable UUID assistantId,
        String localPart,
        String emailAddress,
        String displayName,
        @Nullable String replyToEmail,
        @Nullable String signatureText,
        @Nullable String signatureHtml,
        int threadHistoryDepth,
        String status,
        @JsonRawValue String approvalChannel,
        boolean canSendCold,
        boolean autoApproveReplies,
        Instant createdAt,
        Instant updatedAt) {

    static IdentityShape of(IdentityView view) {
        return new IdentityShape(
                view.uuid(),
                Workspace.of(view.accountId()),
                view.domainUuid(),
                view.assistantUuid(),
                view.localPart(),
                view.emailAddress(),
                view.displayName(),
                view.replyToEmail(),
                view.textSignature(),
                view.htmlSignature(),
                view.threadHistoryDepth(),
                view.status(),
                view.approvalChannel(),
                view.coldSendingAllowed(),
                view.autoApprovalEnabled(),
                view.createdAt(),
                view.updatedAt());
    }
}
