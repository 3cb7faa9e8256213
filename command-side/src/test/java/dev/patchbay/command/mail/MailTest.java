package dev.patchbay.command.mail;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.mail.Letter;
import dev.patchbay.shared.mail.MailAttempted;
import dev.patchbay.shared.mail.MailCommand;
import dev.patchbay.shared.mail.MailCommand.BeginMailAttempt;
import dev.patchbay.shared.mail.MailCommand.DeferMail;
import dev.patchbay.shared.mail.MailCommand.GiveUpMail;
import dev.patchbay.shared.mail.MailCommand.QueueMail;
import dev.patchbay.shared.mail.MailCommand.ReportMailNotConfigured;
import dev.patchbay.shared.mail.MailCommand.ReportMailOutcomeUnknown;
import dev.patchbay.shared.mail.MailCommand.ReportMailSent;
import dev.patchbay.shared.mail.MailDeferred;
import dev.patchbay.shared.mail.MailEvent;
import dev.patchbay.shared.mail.MailFailed;
import dev.patchbay.shared.mail.MailId;
import dev.patchbay.shared.mail.MailKind;
import dev.patchbay.shared.mail.MailNotConfigured;
import dev.patchbay.shared.mail.MailOutcomeUnknown;
import dev.patchbay.shared.mail.MailQueued;
import dev.patchbay.shared.mail.MailSent;
import dev.patchbay.shared.mail.Mailbox;
import dev.patchbay.shared.mail.Subject;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MailTest {

    private static final MailId MAIL = new MailId(61);
    private static final Instant LATER = Instant.parse("2026-11-20T10:04:03Z");
    private static final MailQueued QUEUED = new MailQueued(
            61, 7, "test", "identity-3", null, null, "ada@example.lt", "Ada", null, "Hello", "Hello.", "<p>Hello.</p>");
    private static final MailAttempted ATTEMPTED = new MailAttempted(61, 1);
    private static final MailDeferred DEFERRED = new MailDeferred(61, 1, "451 later", LATER);

    private final FixtureConfiguration<Mail> mail = new AggregateTestFixture<>(Mail.class);

    @Test
    void is_queued_with_all_that_it_says() {
        Letter letter = new Letter(
                MailKind.WELCOME,
                new Mailbox(new EmailAddress("desk@example.lt"), new DisplayName("Front desk")),
                new Mailbox(new EmailAddress("ada@example.lt"), null),
                new EmailAddress("answers@example.lt"),
                new Subject("Hello"),
                "Hello.",
                "<p>Hello.</p>");

        mail.givenNoPriorActivity()
                .when(new QueueMail(MAIL, new AccountId(7), "agent-42", letter))
                .expectEvents(new MailQueued(
                        61,
                        7,
                        "welcome",
                        "agent-42",
                        "desk@example.lt",
                        "Front desk",
                        "ada@example.lt",
                        null,
                        "answers@example.lt",
                        "Hello",
                        "Hello.",
                        "<p>Hello.</p>"));
    }

    @Test
    void may_come_from_the_installation_itself() {
        Letter letter = new Letter(
                MailKind.TEST,
                null,
                new Mailbox(new EmailAddress("ada@example.lt"), new DisplayName("Ada")),
                null,
                new Subject("Hello"),
                "Hello.",
                "<p>Hello.</p>");

        mail.givenNoPriorActivity()
                .when(new QueueMail(MAIL, new AccountId(7), "identity-3", letter))
                .expectEvents(QUEUED);
    }

    @Test
    void is_attempted_for_the_first_time() {
        mail.given(QUEUED).when(new BeginMailAttempt(MAIL, 1)).expectEvents(ATTEMPTED);
    }

    @Test
    void is_attempted_again_once_it_was_deferred() {
        mail.given(QUEUED, ATTEMPTED, DEFERRED)
                .when(new BeginMailAttempt(MAIL, 2))
                .expectEvents(new MailAttempted(61, 2));
    }

    @Test
    void is_never_attempted_out_of_turn() {
        mail.given(QUEUED).when(new BeginMailAttempt(MAIL, 2)).expectNoEvents().expectExceptionDetails(stale(2));
    }

    static Stream<List<MailEvent>> whatNobodyMayAttempt() {
        return Stream.of(
                List.of(QUEUED, ATTEMPTED),
                List.of(QUEUED, ATTEMPTED, new MailSent(61, 1)),
                List.of(QUEUED, ATTEMPTED, new MailFailed(61, 1, "550 no")),
                List.of(QUEUED, ATTEMPTED, new MailOutcomeUnknown(61, 1, "lost")),
                List.of(QUEUED, new MailNotConfigured(61)));
    }

    @ParameterizedTest
    @MethodSource("whatNobodyMayAttempt")
    void is_never_attempted_again_unless_it_was_deferred(List<MailEvent> before) {
        int next = before.contains(ATTEMPTED) ? 2 : 1;

        mail.given(before)
                .when(new BeginMailAttempt(MAIL, next))
                .expectNoEvents()
                .expectExceptionDetails(stale(next));
    }

    @Test
    void is_sent() {
        mail.given(QUEUED, ATTEMPTED).when(new ReportMailSent(MAIL, 1)).expectEvents(new MailSent(61, 1));
    }

    @Test
    void is_silent_when_it_is_reported_as_sent_twice() {
        mail.given(QUEUED, ATTEMPTED, new MailSent(61, 1))
                .when(new ReportMailSent(MAIL, 1))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_sent_after_all_when_that_becomes_known_late() {
        mail.given(QUEUED, ATTEMPTED, new MailOutcomeUnknown(61, 1, "lost"))
                .when(new ReportMailSent(MAIL, 1))
                .expectEvents(new MailSent(61, 1));
    }

    @Test
    void is_deferred() {
        mail.given(QUEUED, ATTEMPTED)
                .when(new DeferMail(MAIL, 1, "451 later", LATER))
                .expectEvents(DEFERRED);
    }

    @Test
    void fails_for_good() {
        mail.given(QUEUED, ATTEMPTED)
                .when(new GiveUpMail(MAIL, 1, "550 no"))
                .expectEvents(new MailFailed(61, 1, "550 no"));
    }

    @Test
    void has_an_unknown_outcome() {
        mail.given(QUEUED, ATTEMPTED)
                .when(new ReportMailOutcomeUnknown(MAIL, 1, "lost"))
                .expectEvents(new MailOutcomeUnknown(61, 1, "lost"));
    }

    static Stream<MailCommand> outcomes() {
        return Stream.of(
                new ReportMailSent(MAIL, 1),
                new DeferMail(MAIL, 1, "451 later", LATER),
                new GiveUpMail(MAIL, 1, "550 no"),
                new ReportMailOutcomeUnknown(MAIL, 1, "lost"));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void has_no_outcome_before_it_was_attempted(MailCommand outcome) {
        mail.given(QUEUED).when(outcome).expectNoEvents().expectException(Refusal.class);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void has_no_outcome_of_an_attempt_that_was_followed_by_another(MailCommand outcome) {
        mail.given(QUEUED, ATTEMPTED, DEFERRED, new MailAttempted(61, 2))
                .when(outcome)
                .expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionDetails(stale(1));
    }

    @Test
    void is_not_attempted_where_mail_is_not_configured() {
        mail.given(QUEUED).when(new ReportMailNotConfigured(MAIL)).expectEvents(new MailNotConfigured(61));
    }

    @Test
    void is_silent_when_mail_is_still_not_configured() {
        mail.given(QUEUED, new MailNotConfigured(61))
                .when(new ReportMailNotConfigured(MAIL))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void was_not_kept_by_the_configuration_when_it_was_attempted() {
        mail.given(QUEUED, ATTEMPTED)
                .when(new ReportMailNotConfigured(MAIL))
                .expectNoEvents()
                .expectException(Refusal.class);
    }

    private static Refusal.Details stale(int attempt) {
        return new Refusal.Details(Refusal.Reason.STALE, "mail-61 is not waiting for attempt " + attempt);
    }
}
