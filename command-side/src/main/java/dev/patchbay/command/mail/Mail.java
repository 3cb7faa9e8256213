package dev.patchbay.command.mail;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.mail.Letter;
import dev.patchbay.shared.mail.MailAttempted;
import dev.patchbay.shared.mail.MailCommand.BeginMailAttempt;
import dev.patchbay.shared.mail.MailCommand.DeferMail;
import dev.patchbay.shared.mail.MailCommand.GiveUpMail;
import dev.patchbay.shared.mail.MailCommand.QueueMail;
import dev.patchbay.shared.mail.MailCommand.ReportMailNotConfigured;
import dev.patchbay.shared.mail.MailCommand.ReportMailOutcomeUnknown;
import dev.patchbay.shared.mail.MailCommand.ReportMailSent;
import dev.patchbay.shared.mail.MailDeferred;
import dev.patchbay.shared.mail.MailFailed;
import dev.patchbay.shared.mail.MailId;
import dev.patchbay.shared.mail.MailNotConfigured;
import dev.patchbay.shared.mail.MailOutcomeUnknown;
import dev.patchbay.shared.mail.MailQueued;
import dev.patchbay.shared.mail.MailSent;
import dev.patchbay.shared.mail.MailStatus;
import dev.patchbay.shared.mail.Mailbox;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A mail on its way to the mail server, which gets it at most once. */
@Aggregate
class Mail {

    @AggregateIdentifier
    private MailId id;

    private MailStatus status;
    private int attempts;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(QueueMail command) {
        Letter letter = command.letter();
        apply(new MailQueued(
                command.id().value(),
                command.account().value(),
                letter.kind().word(),
                command.about(),
                letter.sender() == null ? null : letter.sender().address().value(),
                letter.sender() == null ? null : name(letter.sender()),
                letter.recipient().address().value(),
                name(letter.recipient()),
                letter.replyTo() == null ? null : letter.replyTo().value(),
                letter.subject().value(),
                letter.text(),
                letter.html()));
    }

    @CommandHandler
    void decide(BeginMailAttempt command) {
        if (status != MailStatus.WAITING || command.attempt() != attempts + 1) {
            throw stale(command.attempt());
        }
        apply(new MailAttempted(id.value(), command.attempt()));
    }

    @CommandHandler
    void decide(ReportMailSent command) {
        if (status == MailStatus.SENT && command.attempt() == attempts) {
            return;
        }
        // Whoever made the attempt may report after others had stopped waiting for it.
        if (status != MailStatus.UNKNOWN || command.attempt() != attempts) {
            requireUnderWay(command.attempt());
        }
        apply(new MailSent(id.value(), command.attempt()));
    }

    @CommandHandler
    void decide(DeferMail command) {
        requireUnderWay(command.attempt());
        apply(new MailDeferred(id.value(), command.attempt(), command.reason(), command.until()));
    }

    @CommandHandler
    void decide(GiveUpMail command) {
        requireUnderWay(command.attempt());
        apply(new MailFailed(id.value(), command.attempt(), command.reason()));
    }

    @CommandHandler
    void decide(ReportMailOutcomeUnknown command) {
        requireUnderWay(command.attempt());
        apply(new MailOutcomeUnknown(id.value(), command.attempt(), command.reason()));
    }

    @CommandHandler
    void decide(ReportMailNotConfigured command) {
        if (status == MailStatus.NOT_CONFIGURED) {
            return;
        }
        if (status != MailStatus.WAITING) {
            throw stale(attempts + 1);
        }
        apply(new MailNotConfigured(id.value()));
    }

    @EventSourcingHandler
    void evolve(MailQueued event) {
        id = new MailId(event.mailId());
        status = MailStatus.WAITING;
    }

    @EventSourcingHandler
    void evolve(MailAttempted event) {
        status = MailStatus.ATTEMPTED;
        attempts = event.attempt();
    }

    @EventSourcingHandler
    void evolve(MailSent event) {
        status = MailStatus.SENT;
    }

    @EventSourcingHandler
    void evolve(MailDeferred event) {
        status = MailStatus.WAITING;
    }

    @EventSourcingHandler
    void evolve(MailFailed event) {
        status = MailStatus.FAILED;
    }

    @EventSourcingHandler
    void evolve(MailOutcomeUnknown event) {
        status = MailStatus.UNKNOWN;
    }

    @EventSourcingHandler
    void evolve(MailNotConfigured event) {
        status = MailStatus.NOT_CONFIGURED;
    }

    Mail() {}

    private void requireUnderWay(int attempt) {
        if (status != MailStatus.ATTEMPTED || attempt != attempts) {
            throw stale(attempt);
        }
    }

    private Refusal stale(int attempt) {
        return new Refusal(Refusal.Reason.STALE, id + " is not waiting for attempt " + attempt);
    }

    private static @Nullable String name(Mailbox mailbox) {
        return mailbox.name() == null ? null : mailbox.name().value();
    }
}
