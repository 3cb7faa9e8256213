package dev.patchbay.command.identity;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.patchbay.shared.identity.ApprovalChannelChanged;
import dev.patchbay.shared.identity.AutoApprovalDisabled;
import dev.patchbay.shared.identity.AutoApprovalEnabled;
import dev.patchbay.shared.identity.ColdSendingAllowed;
import dev.patchbay.shared.identity.ColdSendingForbidden;
import dev.patchbay.shared.identity.HtmlSignatureChanged;
import dev.patchbay.shared.identity.IdentityCommand.AllowColdSending;
import dev.patchbay.shared.identity.IdentityCommand.ChangeApprovalChannel;
import dev.patchbay.shared.identity.IdentityCommand.ChangeHtmlSignature;
import dev.patchbay.shared.identity.IdentityCommand.ChangeReplyAddress;
import dev.patchbay.shared.identity.IdentityCommand.ChangeTextSignature;
import dev.patchbay.shared.identity.IdentityCommand.ChangeThreadHistoryDepth;
import dev.patchbay.shared.identity.IdentityCommand.DisableAutoApproval;
import dev.patchbay.shared.identity.IdentityCommand.EnableAutoApproval;
import dev.patchbay.shared.identity.IdentityCommand.ForbidColdSending;
import dev.patchbay.shared.identity.IdentityCreated;
import dev.patchbay.shared.identity.IdentityId;
import dev.patchbay.shared.identity.ReplyAddressChanged;
import dev.patchbay.shared.identity.TextSignatureChanged;
import dev.patchbay.shared.identity.ThreadHistoryDepthChanged;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/** The part of an identity that says how it writes and answers. */
class Manners {

    private IdentityId id;
    private @Nullable String replyTo;
    private @Nullable String textSignature;
    private @Nullable String htmlSignature;
    private int threadHistoryDepth;
    private String approvalChannel;
    private boolean coldSendingAllowed;
    private boolean autoApprovalEnabled;

    @CommandHandler
    void decide(ChangeReplyAddress command) {
        String wanted = command.replyTo() == null ? null : command.replyTo().value();
        if (!Objects.equals(wanted, replyTo)) {
            apply(new ReplyAddressChanged(id.value(), wanted));
        }
    }

    @CommandHandler
    void decide(ChangeTextSignature command) {

        if (!Objects.equals(command.signature(), textSignature)) {
            apply(new TextSignatureChanged(id.value(), command.signature()));
        }
    }

    @CommandHandler
    void decide(ChangeHtmlSignature command) {

        if (!Objects.equals(command.signature(), htmlSignature)) {
            apply(new HtmlSignatureChanged(id.value(), command.signature()));
        }
    }

    @CommandHandler
    void decide(ChangeThreadHistoryDepth command) {

        if (command.messages() != threadHistoryDepth) {
            apply(new ThreadHistoryDepthChanged(id.value(), command.messages()));
        }
    }

    @CommandHandler
    void decide(ChangeApprovalChannel command) {

        if (!command.channel().equals(approvalChannel)) {
            apply(new ApprovalChannelChanged(id.value(), command.channel()));
        }
    }

    @CommandHandler
    void decide(AllowColdSending command) {
        if (!coldSendingAllowed) {
            apply(new ColdSendingAllowed(id.value()));
        }
    }

    @CommandHandler
    void decide(ForbidColdSending command) {
        if (coldSendingAllowed) {
            apply(new ColdSendingForbidden(id.value()));
        }
    }

    @CommandHandler
    void decide(EnableAutoApproval command) {
        if (!autoApprovalEnabled) {
            apply(new AutoApprovalEnabled(id.value()));
        }
    }

    @CommandHandler
    void decide(DisableAutoApproval command) {
        if (autoApprovalEnabled) {
            apply(new AutoApprovalDisabled(id.value()));
        }
    }

    @EventSourcingHandler
    void evolve(IdentityCreated event) {
        id = new IdentityId(event.identityId());
        replyTo = event.replyToEmail();
        textSignature = event.textSignature();
        htmlSignature = event.htmlSignature();
        threadHistoryDepth = event.threadHistoryDepth();
        approvalChannel = event.approvalChannel();
        coldSendingAllowed = event.coldSendingAllowed();
        autoApprovalEnabled = event.autoApprovalEnabled();
    }

    @EventSourcingHandler
    void evolve(ReplyAddressChanged event) {
        replyTo = event.replyToEmail();
    }

    @EventSourcingHandler
    void evolve(TextSignatureChanged event) {
        textSignature = event.textSignature();
    }

    @EventSourcingHandler
    void evolve(HtmlSignatureChanged event) {
        htmlSignature = event.htmlSignature();
    }

    @EventSourcingHandler
    void evolve(ThreadHistoryDepthChanged event) {
        threadHistoryDepth = event.threadHistoryDepth();
    }

    @EventSourcingHandler
    void evolve(ApprovalChannelChanged event) {
        approvalChannel = event.approvalChannel();
    }

    @EventSourcingHandler
    void evolve(ColdSendingAllowed event) {
        coldSendingAllowed = true;
    }

    @EventSourcingHandler
    void evolve(ColdSendingForbidden event) {
        coldSendingAllowed = false;
    }

    @EventSourcingHandler
    void evolve(AutoApprovalEnabled event) {
        autoApprovalEnabled = true;
    }

    @EventSourcingHandler
    void evolve(AutoApprovalDisabled event) {
        autoApprovalEnabled = false;
    }

    @SuppressWarnings("NullAway.Init") // The creation comes first
    Manners() {}
}
