package dev.patchbay.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.rest.mail.Wording;
import dev.patchbay.rest.settings.ApiSettings;
import dev.patchbay.server.Duty;
import dev.patchbay.server.Rounds;
import dev.patchbay.server.RunningServer;
import dev.patchbay.shared.Command;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.mail.Letter;
import dev.patchbay.shared.mail.MailCommand.BeginMailAttempt;
import dev.patchbay.shared.mail.MailCommand.QueueMail;
import dev.patchbay.shared.mail.MailCommand.ReportMailSent;
import dev.patchbay.shared.mail.MailId;
import dev.patchbay.shared.mail.MailKind;
import dev.patchbay.shared.mail.MailQuery.FindMail;
import dev.patchbay.shared.mail.MailView;
import dev.patchbay.shared.mail.Mailbox;
import dev.patchbay.shared.mail.Subject;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.EmailAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mail from its queue to a real mail server, and what happens when that misbehaves. */
class PostmanIT {

    private static final Provenance CALLER = new Provenance(1, "api_key", 1, "a-request", null, null, null);

    private static final String FROM = "patchbay.mail.from=patchbay@example.lt";
    private static final String PATIENT = "patchbay.mail.retry-delay=1s";

    @TempDir
    Path directory;

    @Test
    void a_mail_reaches_its_recipient_in_both_forms() throws Exception {
        GreenMail greenMail = MailServers.of(ServerSetup.SMTP);
        greenMail.start();
        try (RunningServer server = serverWith(greenMail.getSmtp().getPort())) {
            long mail = queue(server);

            assertThat(settled(server, mail).status()).isEqualTo("sent");

            assertThat(greenMail.getReceivedMessages()).hasSize(1);
            MimeMessage received = greenMail.getReceivedMessages()[0];
            assertThat(received.getFrom()[0]).hasToString("Patchbay <patchbay@example.lt>");
            assertThat(received.getAllRecipients())
                    .extracting(Object::toString)
                    .containsExactly("Ada <ada@example.lt>");
            assertThat(received.getSubject()).isEqualTo("Sveiki, Žalgiri");
            MimeMultipart parts = (MimeMultipart) received.getContent();
            assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Žalgiri & Co,\r\n\r\n<welcome>!\r\n");
            assertThat(parts.getBodyPart(1).getContent().toString())
                    .contains("Žalgiri &amp; Co,")
                    .contains("&lt;welcome&gt;!");
        } finally {
            greenMail.stop();
        }
    }

    @Test
    void a_mail_is_tried_again_until_the_mail_server_takes_it() {
        try (ScriptedSmtp smtp = new ScriptedSmtp().saying("RCPT", "450 busy", "451 still busy");
                RunningServer server = serverWith(smtp.port())) {
            long mail = queue(server);

            assertThat(settled(server, mail)).satisfies(sent -> {
                assertThat(sent.status()).isEqualTo("sent");
                assertThat(sent.attempts()).isEqualTo(3);
            });
            assertThat(smtp.messages()).hasSize(1);
        }
    }

    @Test
    void a_mail_fails_when_the_mail_server_never_takes_it() {
        try (ScriptedSmtp smtp = new ScriptedSmtp().saying("RCPT", "450 a", "450 b", "450 c", "450 d");
                RunningServer server = serverWith(smtp.port())) {
            long mail = queue(server);

            assertThat(settled(server, mail)).satisfies(failed -> {
                assertThat(failed.status()).isEqualTo("failed");
                assertThat(failed.attempts()).isEqualTo(3);
                assertThat(failed.reason()).isEqualTo("450 c");
            });
        }
    }

    @Test
    void a_mail_is_not_sent_again_when_the_connection_drops_after_data() {
        try (ScriptedSmtp smtp = new ScriptedSmtp().saying(".", ScriptedSmtp.GOODBYE);
                RunningServer server = serverWith(smtp.port())) {
            long lost = queue(server);
            long next = queue(server);

            assertThat(settled(server, next).status()).isEqualTo("sent");
            assertThat(view(server, lost).status()).isEqualTo("unknown");
            assertThat(postman(
                                    server,
                                    server.part(Decisions.class),
                                    Instant.now().plus(Duration.ofDays(365)))
                            .deliverNext())
                    .isEmpty();
            assertThat(smtp.messages()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "CONCURRENT"})
    void an_outcome_that_could_not_be_recorded_is_recorded_later(Refusal.Reason reason) {
        try (ScriptedSmtp smtp = new ScriptedSmtp();
                RunningServer server = RunningServer.on(directory)) {
            server.part("deliveries", Rounds.class).stop();
            long mail = queue(server);
            Postman postman = new Postman(
                    server.part(Questions.class),
                    failing(server, ReportMailSent.class, reason),
                    Mails.server(Mails.sender(smtp.port())),
                    Mails.SETTINGS,
                    Clock.systemUTC(),
                    Duty.ALONE);

            assertThatExceptionOfType(CommandExecutionException.class).isThrownBy(postman::deliverNext);
            assertThat(view(server, mail).status()).isEqualTo("attempted");
            Optional<Instant> unused = postman.deliverNext();

            assertThat(view(server, mail).status()).isEqualTo("sent");
            assertThat(smtp.messages()).hasSize(1);
        }
    }

    @Test
    void a_mail_that_waited_for_the_server_to_start_is_sent() {
        long mail;
        try (RunningServer server =
                RunningServer.on(directory, "spring.mail.host=127.0.0.1", "spring.mail.port=1", FROM, PATIENT)) {
            mail = queue(server);
            await().until(() -> view(server, mail).attempts() > 0);
        }
        try (ScriptedSmtp smtp = new ScriptedSmtp();
                RunningServer server = RunningServer.on(
                        directory, "spring.mail.host=127.0.0.1", "spring.mail.port=" + smtp.port(), FROM, PATIENT)) {
            assertThat(settled(server, mail).status()).isEqualTo("sent");
        }
    }

    @Test
    void a_mail_whose_attempt_somebody_else_has_begun_is_left_alone() {
        try (ScriptedSmtp smtp = new ScriptedSmtp();
                RunningServer server = serverWith(smtp.port(), "patchbay.mail.attempt-timeout=1s")) {
            long taken = server.part(Decisions.class).allocate(Kind.MAIL, CALLER);
            MailId id = new MailId(taken);
            server.part(Decisions.class).decide(Together.of(queueing(id), new BeginMailAttempt(id, 1)), CALLER);

            assertThat(settled(server, taken)).satisfies(unknown -> {
                assertThat(unknown.status()).isEqualTo("unknown");
                assertThat(unknown.reason()).isEqualTo("the server stopped during the attempt");
            });
            assertThat(smtp.messages()).isEmpty();
        }
    }

    @Test
    void a_mail_says_when_there_is_no_mail_server() {
        try (RunningServer server = RunningServer.on(directory)) {
            assertThat(settled(server, queue(server)).status()).isEqualTo("not_configured");
        }
    }

    @Test
    void an_empty_mail_server_is_none() {
        try (RunningServer server = RunningServer.on(directory, "spring.mail.host=", "patchbay.mail.from=")) {
            assertThat(settled(server, queue(server)).status()).isEqualTo("not_configured");
        }
    }

    private RunningServer serverWith(int port, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + port,
                FROM,
                "patchbay.mail.attempts=3",
                "patchbay.mail.retry-delay=20ms"));
        settings.addAll(List.of(more));
        return RunningServer.on(directory, settings.toArray(String[]::new));
    }

    private static Postman postman(RunningServer server, Decisions decisions, Instant now) {
        return new Postman(
                server.part(Questions.class),
                decisions,
                server.part(MailServer.class),
                server.part(MailSettings.class),
                Clock.fixed(now, ZoneOffset.UTC),
                Duty.ALONE);
    }

    /** Like those of the server, but the first command of a kind is refused as often as it is tried at once. */
    private static Decisions failing(RunningServer server, Class<? extends Command> kind, Refusal.Reason reason) {
        CommandGateway gateway = server.part(CommandGateway.class);
        AtomicInteger left = new AtomicInteger(reason == Refusal.Reason.CONCURRENT ? 10 : 1);
        CommandGateway sometimes = (CommandGateway) Proxy.newProxyInstance(
                PostmanIT.class.getClassLoader(), new Class<?>[] {CommandGateway.class}, (proxy, method, arguments) -> {
                    if (arguments[0] instanceof CommandMessage<?> message
                            && message.getPayload() instanceof Together together
                            && together.commands().stream().anyMatch(kind::isInstance)
                            && left.getAndDecrement() > 0) {
                        throw new CommandExecutionException("no", null, new Refusal.Details(reason, "no"));
                    }
                    try {
                        return method.invoke(gateway, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return new Decisions(sometimes, server.part(ApiSettings.class));
    }

    private static long queue(RunningServer server) {
        long id = server.part(Decisions.class).allocate(Kind.MAIL, CALLER);
        server.part(Decisions.class).decide(Together.of(queueing(new MailId(id))), CALLER);
        return id;
    }

    private static QueueMail queueing(MailId id) {
        Wording wording = new Wording("lt", List.of("Žalgiri & Co,", "<welcome>!"));
        Letter letter = new Letter(
                MailKind.WELCOME,
                null,
                new Mailbox(new EmailAddress("ada@example.lt"), new DisplayName("Ada")),
                null,
                new Subject("Sveiki, Žalgiri"),
                wording.text(),
                wording.html());
        return new QueueMail(id, new AccountId(1), "account-1", letter);
    }

    private static MailView settled(RunningServer server, long mail) {
        return await().until(
                        () -> view(server, mail),
                        view -> !List.of("waiting", "attempted").contains(view.status()));
    }

    private static MailView view(RunningServer server, long mail) {
        return server.part(Questions.class)
                .ask(new FindMail(mail, 1, Moment.head()))
                .found()
                .orElseThrow();
    }
}
