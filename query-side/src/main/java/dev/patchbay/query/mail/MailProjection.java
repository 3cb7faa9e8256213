package dev.patchbay.query.mail;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;
import dev.patchbay.shared.mail.MailAttempted;
import dev.patchbay.shared.mail.MailDeferred;
import dev.patchbay.shared.mail.MailFailed;
import dev.patchbay.shared.mail.MailNotConfigured;
import dev.patchbay.shared.mail.MailOutcomeUnknown;
import dev.patchbay.shared.mail.MailQueued;
import dev.patchbay.shared.mail.MailSent;
import dev.patchbay.shared.mail.MailStatus;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps mails, and apart from what they say, how far they are. */
@Component
@ProcessingGroup("views")
final class MailProjection {

    private final Timeline letters;
    private final Timeline deliveries;

    MailProjection(Views views) {
        letters = views.timeline(
                "mail",
                List.of("id"),
                List.of(
                        "account_id",
                        "kind",
                        "about",
                        "sender",
                        "sender_name",
                        "recipient",
                        "recipient_name",
                        "reply_to",
                        "subject",
                        "text_part",
                        "html_part",
                        "queued_at"));
        deliveries = views.timeline(
                "mail_delivery", List.of("mail_id"), List.of("status", "attempts", "due_at", "reason", "since"));
    }

    @EventHandler
    void on(MailQueued event, Recorded recorded) {
        String now = recorded.at().toString();
        letters.open(
                recorded,
                event.mailId(),
                event.accountId(),
                event.kind(),
                event.about(),
                event.sender(),
                event.senderName(),
                event.recipient(),
                event.recipientName(),
                event.replyTo(),
                event.subject(),
                event.text(),
                event.html(),
                now);
        deliveries.open(recorded, event.mailId(), MailStatus.WAITING.word(), 0, sortable(recorded.at()), null, now);
    }

    @EventHandler
    void on(MailAttempted event, Recorded recorded) {
        deliveries.change(
                recorded,
                event.mailId(),
                "attempts, status, due_at, reason, since",
                event.attempt(),
                MailStatus.ATTEMPTED.word(),
                sortable(recorded.at()),
                null,
                recorded.at().toString());
    }

    @EventHandler
    void on(MailDeferred event, Recorded recorded) {
        settle(recorded, event.mailId(), MailStatus.WAITING, sortable(event.nextAttemptAt()), event.reason());
    }

    @EventHandler
    void on(MailSent event, Recorded recorded) {
        settle(recorded, event.mailId(), MailStatus.SENT, null, null);
    }

    @EventHandler
    void on(MailFailed event, Recorded recorded) {
        settle(recorded, event.mailId(), MailStatus.FAILED, null, event.reason());
    }

    @EventHandler
    void on(MailOutcomeUnknown event, Recorded recorded) {
        settle(recorded, event.mailId(), MailStatus.UNKNOWN, null, event.reason());
    }

    @EventHandler
    void on(MailNotConfigured event, Recorded recorded) {
        settle(recorded, event.mailId(), MailStatus.NOT_CONFIGURED, null, null);
    }

    private void settle(Recorded recorded, long mail, MailStatus status, @Nullable Long due, @Nullable String reason) {
        deliveries.change(
                recorded,
                mail,
                "status, due_at, reason, since",
                status.word(),
                due,
                reason,
                recorded.at().toString());
    }

    /** Texts of times have no fixed length, so that they do not sort. */
    private static Long sortable(Instant time) {
        return time.toEpochMilli();
    }
}
