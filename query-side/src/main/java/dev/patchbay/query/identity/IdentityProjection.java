package dev.patchbay.query.identity;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;
import dev.patchbay.shared.identity.ApprovalChannelChanged;
import dev.patchbay.shared.identity.AutoApprovalDisabled;
import dev.patchbay.shared.identity.AutoApprovalEnabled;
import dev.patchbay.shared.identity.ColdSendingAllowed;
import dev.patchbay.shared.identity.ColdSendingForbidden;
import dev.patchbay.shared.identity.HtmlSignatureChanged;
import dev.patchbay.shared.identity.IdentityAssistantChanged;
import dev.patchbay.shared.identity.IdentityCreated;
import dev.patchbay.shared.identity.IdentityDeleted;
import dev.patchbay.shared.identity.IdentityRenamed;
import dev.patchbay.shared.identity.IdentityResumed;
import dev.patchbay.shared.identity.IdentityStatus;
import dev.patchbay.shared.identity.IdentitySuspended;
import dev.patchbay.shared.identity.ReplyAddressChanged;
import dev.patchbay.shared.identity.TextSignatureChanged;
import dev.patchbay.shared.identity.ThreadHistoryDepthChanged;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the identities. */
@Component
@ProcessingGroup("views")
final class IdentityProjection {

    private final Timeline identities;

    IdentityProjection(Views views) {
        identities = views.timeline(
                "identity",
                List.of("id"),
                List.of(
                        "account_id",
                        "uuid",
                        "domain_id",
                        "assistant_id",
                        "local_part",
                        "email_address",
                        "display_name",
                        "reply_to_email",
                        "text_signature",
                        "html_signature",
                        "thread_history_depth",
                        "status",
                        "approval_channel",
                        "cold_sending_allowed",
                        "auto_approval_enabled",
                        "created",
                        "created_at",
                        "updated_at"));
    }

    @EventHandler
    void on(IdentityCreated event, Recorded recorded) {
        String now = recorded.at().toString();
        identities.open(
                recorded,
                event.identityId(),
                event.accountId(),
                event.uuid(),
                event.domainId(),
                event.assistantId(),
                event.localPart(),
                event.emailAddress(),
                event.displayName(),
                event.replyToEmail(),
                event.textSignature(),
                event.htmlSignature(),
                event.threadHistoryDepth(),
                IdentityStatus.ACTIVE.word(),
                event.approvalChannel(),
                event.coldSendingAllowed(),
                event.autoApprovalEnabled(),
                recorded.position(),
                now,
                now);
    }

    @EventHandler
    void on(IdentityRenamed event, Recorded recorded) {
        change(recorded, event.identityId(), "display_name", event.displayName());
    }

    @EventHandler
    void on(IdentityAssistantChanged event, Recorded recorded) {
        change(recorded, event.identityId(), "assistant_id", event.assistantId());
    }

    @EventHandler
    void on(ReplyAddressChanged event, Recorded recorded) {
        change(recorded, event.identityId(), "reply_to_email", event.replyToEmail());
    }

    @EventHandler
    void on(TextSignatureChanged event, Recorded recorded) {
        change(recorded, event.identityId(), "text_signature", event.textSignature());
    }

    @EventHandler
    void on(HtmlSignatureChanged event, Recorded recorded) {
        change(recorded, event.identityId(), "html_signature", event.htmlSignature());
    }

    @EventHandler
    void on(ThreadHistoryDepthChanged event, Recorded recorded) {
        change(recorded, event.identityId(), "thread_history_depth", event.threadHistoryDepth());
    }

    @EventHandler
    void on(ApprovalChannelChanged event, Recorded recorded) {
        change(recorded, event.identityId(), "approval_channel", event.approvalChannel());
    }

    @EventHandler
    void on(ColdSendingAllowed event, Recorded recorded) {
        change(recorded, event.identityId(), "cold_sending_allowed", true);
    }

    @EventHandler
    void on(ColdSendingForbidden event, Recorded recorded) {
        change(recorded, event.identityId(), "cold_sending_allowed", false);
    }

    @EventHandler
    void on(AutoApprovalEnabled event, Recorded recorded) {
        change(recorded, event.identityId(), "auto_approval_enabled", true);
    }

    @EventHandler
    void on(AutoApprovalDisabled event, Recorded recorded) {
        change(recorded, event.identityId(), "auto_approval_enabled", false);
    }

    @EventHandler
    void on(IdentitySuspended event, Recorded recorded) {
        change(recorded, event.identityId(), "status", IdentityStatus.SUSPENDED.word());
    }

    @EventHandler
    void on(IdentityResumed event, Recorded recorded) {
        change(recorded, event.identityId(), "status", IdentityStatus.ACTIVE.word());
    }

    @EventHandler
    void on(IdentityDeleted event, Recorded recorded) {
        identities.close(recorded, event.identityId());
    }

    private void change(Recorded recorded, long id, String column, @Nullable Object value) {
        identities.change(recorded, id, "updated_at, " + column, recorded.at().toString(), value);
    }
}
