package dev.patchbay.server.mail;

import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.mail.MailCommand;
import dev.patchbay.shared.mail.MailCommand.BeginMailAttempt;
import dev.patchbay.shared.mail.MailCommand.DeferMail;
import dev.patchbay.shared.mail.MailCommand.GiveUpMail;
import dev.patchbay.shared.mail.MailCommand.ReportMailNotConfigured;
import dev.patchbay.shared.mail.MailCommand.ReportMailOutcomeUnknown;
import dev.patchbay.shared.mail.MailCommand.ReportMailSent;
import dev.patchbay.shared.mail.MailId;
import dev.patchbay.shared.mail.MailQuery.ListPendingMails;
import dev.patchbay.shared.mail.MailStatus;
import dev.patchbay.shared.mail.PendingMail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.springframework.stereotype.Component;

/** Takes mail to the mail server, one after the other, each at most once. */
@Component
class Postman {

    private final Questions questions;
    private final Decisions decisions;
    private final MailServer server;
    private final MailSettings settings;
    private final Clock clock;

    Postman(Questions questions, Decisions decisions, MailServer server, MailSettings settings, Clock clock) {
        this.questions = questions;
        this.decisions = decisions;
        this.server = server;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sees to one mail that is due, if there is one, and answers when the next one is. */
    Optional<Instant> deliverNext() {
        Optional<PendingMail> silent = first(MailStatus.ATTEMPTED).filter(mail -> isDue(silentAt(mail)));
        if (silent.isPresent()) {
            give(silent.get(), unheardOf(silent.get()));
        } else {
            first(MailStatus.WAITING).filter(mail -> isDue(mail.due())).ifPresent(this::deliver);
        }
        return Stream.concat(
                        first(MailStatus.ATTEMPTED).map(this::silentAt).stream(),
                        first(MailStatus.WAITING).map(PendingMail::due).stream())
                .min(Instant::compareTo);
    }

    private void deliver(PendingMail mail) {
        MailId id = new MailId(mail.id());
        if (!server.takes(mail.letter())) {
            give(mail, new ReportMailNotConfigured(id));
            return;
        }
        int attempt = mail.attempts() + 1;
        if (give(mail, new BeginMailAttempt(id, attempt))) {
            give(mail, report(id, attempt, server.hand(mail)));
        }
    }

    private MailCommand report(MailId id, int attempt, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Sent() -> new ReportMailSent(id, attempt);
            case Outcome.Refused(String reason) -> new GiveUpMail(id, attempt, reason);
            case Outcome.Unknown(String reason) -> new ReportMailOutcomeUnknown(id, attempt, reason);
            case Outcome.Postponed(String reason) ->
                attempt < settings.attempts()
                        ? new DeferMail(id, attempt, reason, clock.instant().plus(settings.delayAfter(attempt)))
                        : new GiveUpMail(id, attempt, reason);
        };
    }

    private MailCommand unheardOf(PendingMail mail) {
        return new ReportMailOutcomeUnknown(
                new MailId(mail.id()), mail.attempts(), "the server stopped during the attempt");
    }

    /** Whether it was decided; if not, somebody else saw to the mail meanwhile. */
    private boolean give(PendingMail mail, MailCommand command) {
        try {
            decisions.decide(
                    Together.of(command),
                    Provenance.system(mail.accountId(), UUID.randomUUID().toString()));
            return true;
        } catch (CommandExecutionException refused) {
            Optional<Refusal.Reason> reason = Refusal.in(refused).map(Refusal.Details::reason);
            if (reason.filter(why -> why == Refusal.Reason.STALE || why == Refusal.Reason.CONCURRENT)
                    .isPresent()) {
                return false;
            }
            throw refused;
        }
    }

    private Optional<PendingMail> first(MailStatus status) {
        List<PendingMail> pending = questions
                .ask(new ListPendingMails(status, 1, Moment.head()))
                .found()
                .orElseThrow();
        return pending.stream().findFirst();
    }

    private Instant silentAt(PendingMail mail) {
        Duration patience = settings.attemptTimeout();
        return mail.due().plus(patience);
    }

    private boolean isDue(Instant at) {
        return !at.isAfter(clock.instant());
    }
}
