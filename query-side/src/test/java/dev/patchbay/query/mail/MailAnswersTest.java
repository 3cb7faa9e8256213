package dev.patchbay.query.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.patchbay.query.LogTest;
import dev.patchbay.query.ProjectedLog;
import dev.patchbay.shared.mail.Letter;
import dev.patchbay.shared.mail.MailAttempted;
import dev.patchbay.shared.mail.MailDeferred;
import dev.patchbay.shared.mail.MailKind;
import dev.patchbay.shared.mail.MailQuery.FindMail;
import dev.patchbay.shared.mail.MailQuery.ListPendingMails;
import dev.patchbay.shared.mail.MailQueued;
import dev.patchbay.shared.mail.MailSent;
import dev.patchbay.shared.mail.MailStatus;
import dev.patchbay.shared.mail.MailView;
import dev.patchbay.shared.mail.Mailbox;
import dev.patchbay.shared.mail.PendingMail;
import dev.patchbay.shared.mail.Subject;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.EmailAddress;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailAnswersTest extends LogTest {

    private static final Instant LATE = Instant.parse("2026-06-01T00:00:00.500Z");

    @Test
    void a_mail_tells_how_far_it_is() {
        log.append(queued(61), new MailAttempted(61, 1), new MailDeferred(61, 1, "451 later", LATE));

        assertThat(log.answer(new FindMail(61, 1, NOW)).version()).isEqualTo(2);
        assertThat(log.view(new FindMail(61, 1, NOW)))
                .isEqualTo(new MailView(
                        61,
                        "test",
                        "identity-3",
                        "ada@example.lt",
                        "waiting",
                        1,
                        "451 later",
                        ProjectedLog.START.plusSeconds(1),
                        ProjectedLog.START.plusSeconds(3)));
    }

    @Test
    void a_mail_that_was_sent_in_the_end_gives_no_reason_any_more() {
        log.append(
                queued(61),
                new MailAttempted(61, 1),
                new MailDeferred(61, 1, "451 later", LATE),
                new MailAttempted(61, 2),
                new MailSent(61, 2));

        assertThat(log.view(new FindMail(61, 1, NOW))).satisfies(mail -> {
            assertThat(mail.status()).isEqualTo("sent");
            assertThat(mail.attempts()).isEqualTo(2);
            assertThat(mail.reason()).isNull();
        });
    }

    @Test
    void a_mail_is_not_found_by_another_account() {
        log.append(queued(61));

        assertThat(log.answer(new FindMail(61, 2, NOW)).found()).isEmpty();
    }

    @Test
    void mails_that_wait_come_in_the_order_in_which_they_are_due() {
        log.append(
                queued(61),
                queued(62),
                new MailAttempted(61, 1),
                new MailDeferred(61, 1, "451 later", LATE),
                queued(63),
                new MailAttempted(63, 1));

        assertThat(log.view(new ListPendingMails(MailStatus.WAITING, 10, NOW)))
                .extracting(PendingMail::id, PendingMail::attempts, PendingMail::due)
                .containsExactly(tuple(62L, 0, ProjectedLog.START.plusSeconds(2)), tuple(61L, 1, LATE));
        assertThat(log.view(new ListPendingMails(MailStatus.WAITING, 1, NOW)))
                .extracting(PendingMail::id)
                .containsExactly(62L);
        assertThat(log.view(new ListPendingMails(MailStatus.ATTEMPTED, 10, NOW)))
                .extracting(PendingMail::id, PendingMail::due)
                .containsExactly(tuple(63L, ProjectedLog.START.plusSeconds(6)));
    }

    @Test
    void a_mail_that_waits_says_all_that_is_to_be_sent() {
        log.append(
                new MailQueued(
                        61, 1, "welcome", "agent-4", "b@c.lt", "Bee", "d@e.lt", "Dee", "f@g.lt", "Hi", "text", "html"),
                new MailQueued(62, 1, "test", "identity-4", null, null, "d@e.lt", null, null, "Hi", "text", "html"));

        assertThat(log.view(new ListPendingMails(MailStatus.WAITING, 10, NOW)))
                .extracting(PendingMail::letter)
                .isEqualTo(List.of(
                        new Letter(
                                MailKind.WELCOME,
                                new Mailbox(new EmailAddress("b@c.lt"), new DisplayName("Bee")),
                                new Mailbox(new EmailAddress("d@e.lt"), new DisplayName("Dee")),
                                new EmailAddress("f@g.lt"),
                                new Subject("Hi"),
                                "text",
                                "html"),
                        new Letter(
                                MailKind.TEST,
                                null,
                                new Mailbox(new EmailAddress("d@e.lt"), null),
                                null,
                                new Subject("Hi"),
                                "text",
                                "html")));
    }

    private static MailQueued queued(long id) {
        return new MailQueued(
                id, 1, "test", "identity-3", null, null, "ada@example.lt", "Ada", null, "Hello", "Hello.", "<p>Hello.");
    }
}
