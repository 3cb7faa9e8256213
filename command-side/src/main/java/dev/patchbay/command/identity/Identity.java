package dev.patchbay.command.identity;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.patchbay.command.assistant.Assistants;
import dev.patchbay.command.claim.Names;
import dev.patchbay.command.domain.Domains;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.assistant.AssistantId;
import dev.patchbay.shared.domain.DomainId;
import dev.patchbay.shared.identity.IdentityAssistantChanged;
import dev.patchbay.shared.identity.IdentityCommand.ChangeIdentityAssistant;
import dev.patchbay.shared.identity.IdentityCommand.CreateIdentity;
import dev.patchbay.shared.identity.IdentityCommand.DeleteIdentity;
import dev.patchbay.shared.identity.IdentityCommand.RenameIdentity;
import dev.patchbay.shared.identity.IdentityCommand.RequireAbleToSend;
import dev.patchbay.shared.identity.IdentityCommand.ResumeIdentity;
import dev.patchbay.shared.identity.IdentityCommand.Settings;
import dev.patchbay.shared.identity.IdentityCommand.SuspendIdentity;
import dev.patchbay.shared.identity.IdentityCommand.UnlinkAssistant;
import dev.patchbay.shared.identity.IdentityCreated;
import dev.patchbay.shared.identity.IdentityDeleted;
import dev.patchbay.shared.identity.IdentityId;
import dev.patchbay.shared.identity.IdentityRenamed;
import dev.patchbay.shared.identity.IdentityResumed;
import dev.patchbay.shared.identity.IdentitySuspended;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** An address that mail is sent from and comes to. */
@Aggregate
class Identity {

    @AggregateIdentifier
    private IdentityId id;

    private long account;
    private long domain;
    private String emailAddress;
    private String displayName;
    private @Nullable Long assistant;
    private boolean suspended;

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private Manners manners = new Manners();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(CreateIdentity command, Domains domains, Assistants assistants, Names names) {
        long owner = command.account().value();
        Settings settings = command.settings();
        domains.requireVerified(command.domain(), owner);
        if (settings.assistant() != null) {
            assistants.requireThere(settings.assistant(), owner);
        }
        String address = command.localPart() + "@" + command.domainName();
        names.claim(Kind.IDENTITY, Names.INSTALLATION, address, command.id().value());
        apply(new IdentityCreated(
                command.id().value(),
                owner,
                command.uuid().toString(),
                command.domain().value(),
                command.localPart().value(),
                address,
                command.displayName().value(),
                number(settings.assistant()),
                settings.replyTo() == null ? null : settings.replyTo().value(),
                settings.textSignature(),
                settings.htmlSignature(),
                settings.threadHistoryDepth(),
                settings.approvalChannel(),
                settings.coldSendingAllowed(),
                settings.autoApprovalEnabled()));
    }

    @CommandHandler
    void decide(RenameIdentity command) {
        if (!command.displayName().value().equals(displayName)) {
            apply(new IdentityRenamed(id.value(), command.displayName().value()));
        }
    }

    @CommandHandler
    void decide(ChangeIdentityAssistant command, Assistants assistants) {
        if (command.assistant() != null) {
            assistants.requireThere(command.assistant(), account);
        }
        Long wanted = number(command.assistant());
        if (!Objects.equals(wanted, assistant)) {
            apply(new IdentityAssistantChanged(id.value(), wanted));
        }
    }

    @CommandHandler
    void decide(UnlinkAssistant command) {
        if (Objects.equals(command.assistant().value(), assistant)) {
            apply(new IdentityAssistantChanged(id.value(), null));
        }
    }

    @CommandHandler
    void decide(SuspendIdentity command) {
        if (!suspended) {
            apply(new IdentitySuspended(id.value()));
        }
    }

    @CommandHandler
    void decide(ResumeIdentity command) {
        if (suspended) {
            apply(new IdentityResumed(id.value()));
        }
    }

    @CommandHandler
    void decide(RequireAbleToSend command, Domains domains) {
        if (suspended) {
            throw new Refusal(Refusal.Reason.SUSPENDED, "Identity is suspended");
        }
        domains.requireVerified(new DomainId(domain), account);
    }

    @CommandHandler
    void decide(DeleteIdentity command, Names names) {
        names.free(Kind.IDENTITY, Names.INSTALLATION, emailAddress, id.value());
        apply(new IdentityDeleted(id.value(), emailAddress));
    }

    private static @Nullable Long number(@Nullable AssistantId assistant) {
        return assistant == null ? null : Long.valueOf(assistant.value());
    }

    @EventSourcingHandler
    void evolve(IdentityCreated event) {
        id = new IdentityId(event.identityId());
        account = event.accountId();
        domain = event.domainId();
        emailAddress = event.emailAddress();
        displayName = event.displayName();
        assistant = event.assistantId();
    }

    @EventSourcingHandler
    void evolve(IdentityRenamed event) {
        displayName = event.displayName();
    }

    @EventSourcingHandler
    void evolve(IdentityAssistantChanged event) {
        assistant = event.assistantId();
    }

    @EventSourcingHandler
    void evolve(IdentitySuspended event) {
        suspended = true;
    }

    @EventSourcingHandler
    void evolve(IdentityResumed event) {
        suspended = false;
    }

    @EventSourcingHandler
    void evolve(IdentityDeleted event) {
        markDeleted();
    }

    Identity() {}
}
