package dev.patchbay.query;

import dev.patchbay.shared.Event;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.mail.MailAttempted;
import dev.patchbay.shared.mail.MailDeferred;
import dev.patchbay.shared.mail.MailFailed;
import dev.patchbay.shared.mail.MailNotConfigured;
import dev.patchbay.shared.mail.MailOutcomeUnknown;
import dev.patchbay.shared.mail.MailQuery.FindMail;
import dev.patchbay.shared.mail.MailQuery.ListPendingMails;
import dev.patchbay.shared.mail.MailQueued;
import dev.patchbay.shared.mail.MailSent;
import dev.patchbay.shared.mail.MailStatus;
import java.time.Instant;
import java.util.List;

/** Mails with every outcome there is. */
final class MailStory {

    private MailStory() {}

    static List<Event> events() {
        return List.of(
                mail(61),
                new MailQueued(62, 1, "test", "identity-3", "a@b.lt", "A", "c@d.lt", "C", "e@f.lt", "Hi", "t", "h"),
                mail(63),
                mail(64),
                new MailAttempted(61, 1),
                new MailDeferred(61, 1, "451 later", Instant.parse("2026-03-29T12:00:00Z")),
                new MailAttempted(62, 1),
                new MailSent(62, 1),
                new MailAttempted(61, 2),
                new MailFailed(61, 2, "550 no such user"),
                new MailAttempted(63, 1),
                new MailOutcomeUnknown(63, 1, "the connection was lost"),
                new MailNotConfigured(64));
    }

    static List<Query<?>> questions(Moment moment) {
        return List.of(
                new FindMail(61, 1, moment),
                new FindMail(62, 1, moment),
                new FindMail(62, 2, moment),
                new ListPendingMails(MailStatus.WAITING, 2, moment),
                new ListPendingMails(MailStatus.ATTEMPTED, 2, moment));
    }

    private static MailQueued mail(long id) {
        return new MailQueued(id, 1, "welcome", "agent-4", null, null, "c@d.lt", null, null, "Hi", "text", "html");
    }
}
