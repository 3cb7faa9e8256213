package dev.patchbay.server.mail;

import dev.patchbay.rest.bus.Attempts;
import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.server.ConditionalOnRole;
import dev.patchbay.server.Duty;
import dev.patchbay.server.ServerSettings.Role;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes mail to the mail server, one after the other, each at most once. */
@Component
@ConditionalOnRole(Role.QUERY)
class Postman {

    private final Questions questions;
    private final Decisions decisions;
    private final MailServer server;
    private final MailSettings settings;
    private final Clock clock;
    private final Duty duty;
    private @Nullable Report unreported;

    /** What came of an attempt. */
    private record Report(PendingMail mail, MailCommand outcome) {}

    Postman(
            Questions questions,
            Decisions decisions,
            MailServer server,
            MailSettings settings,
            Clock clock,
            Duty duty) {
        this.questions = questions;
        this.decisions = decisions;
        this.server = server;
        this.settings = settings;
        this.clock = clock;
        this.duty = duty;
    }

    /** Sees to one mail that is due, if there is one and it is on duty, and answers when the next one is. */
    Optional<Instant> deliverNext() {
        if (unreported != null) {
            report(unreported);
        }
        if (!duty.isMine()) {
            return Optional.empty();
        }
        Optional<PendingMail> attempted = first(MailStatus.ATTEMPTED);
        Optional<PendingMail> waiting = first(MailStatus.WAITING);
        if (attempted.filter(mail -> isDue(silentAt(mail))).isPresent()) {
            give(attempted.get(), unheardOf(attempted.get()));
        } else if (waiting.filter(mail -> isDue(mail.due())).isPresent()) {
            deliver(waiting.get());
        } else {
            return Stream.concat(attempted.map(this::silentAt).stream(), waiting.map(PendingMail::due).stream())
                    .min(Instant::compareTo);
        }
        return Optional.of(clock.instant());
    }

    private void deliver(PendingMail mail) {
        MailId id = new MailId(mail.id());
        if (!server.takes(mail.letter())) {
            give(mail, new ReportMailNotConfigured(id));
            return;
        }
        int attempt = mail.attempts() + 1;
        if (give(mail, new BeginMailAttempt(id, attempt))) {
            report(new Report(mail, report(id, attempt, server.hand(mail))));
        }
    }

    /** What came of an attempt is known only here until it is in the log. */
    private void report(Report report) {
        unreported = report;
        boolean unused = give(report.mail(), report.outcome());
        unreported = null;
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

    /** Whether it was decided; if not, somebody else saw to the mail meanwhile: only that makes it stale. */
    private boolean give(PendingMail mail, MailCommand command) {
        try {
            Attempts.run(() -> decisions.decide(
                    Together.of(command),
                    Provenance.system(mail.accountId(), UUID.randomUUID().toString())));
            return true;
        } catch (CommandExecutionException refused) {
            if (Refusal.in(refused)
                    .filter(why -> why.reason() == Refusal.Reason.STALE)
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
