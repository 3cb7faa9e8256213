package dev.patchbay.shared.mail;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.account.AccountId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one may ask of a mail. An outcome that is known already is not recorded twice. */
public sealed interface MailCommand extends Command {

    @Override
    @TargetAggregateIdentifier
    MailId id();

    /**
     * Has a letter sent after the commit; belongs into the commit of what wants it.
     *
     * @param about the stream of what the letter is about, such as {@code identity-42}
     */
    record QueueMail(MailId id, AccountId account, String about, Letter letter) implements MailCommand {}

    /**
     * Announces an attempt before it is made, so that nobody makes it again; refused as stale unless the mail waits for this
     * one.
     *
     * @param attempt from 1
     */
    record BeginMailAttempt(MailId id, int attempt) implements MailCommand {}

    /** The mail server has taken the mail over. */
    record ReportMailSent(MailId id, int attempt) implements MailCommand {}

    /** The attempt certainly failed and may be followed by another one. */
    record DeferMail(MailId id, int attempt, String reason, Instant until) implements MailCommand {}

    /** The attempt certainly failed, and no other will follow. */
    record GiveUpMail(MailId id, int attempt, String reason) implements MailCommand {}

    /** Whether the attempt succeeded cannot be known, so that no other may follow. */
    record ReportMailOutcomeUnknown(MailId id, int attempt, String reason) implements MailCommand {}

    /** There is no mail server, or no address to send from. */
    record ReportMailNotConfigured(MailId id) implements MailCommand {}
}
