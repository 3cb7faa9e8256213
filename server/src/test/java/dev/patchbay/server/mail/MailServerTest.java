package dev.patchbay.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.patchbay.server.mail.Outcome.Postponed;
import dev.patchbay.server.mail.Outcome.Refused;
import dev.patchbay.server.mail.Outcome.Sent;
import dev.patchbay.server.mail.Outcome.Unknown;
import dev.patchbay.shared.mail.Letter;
import dev.patchbay.shared.mail.MailKind;
import dev.patchbay.shared.mail.Mailbox;
import dev.patchbay.shared.mail.PendingMail;
import dev.patchbay.shared.mail.Subject;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailServerTest {

    private static final Instant QUEUED = Instant.parse("2026-11-20T10:00:00Z");

    private final ScriptedSmtp smtp = new ScriptedSmtp();

    @AfterEach
    void close() {
        smtp.close();
    }

    @Test
    void has_a_mail_that_it_took() {
        assertThat(server(smtp.port()).hand(mail())).isEqualTo(new Sent());

        assertThat(smtp.commands()).containsExactly("CONNECT", "EHLO", "MAIL", "RCPT", "DATA", ".", "QUIT");
        assertThat(smtp.messages())
                .singleElement()
                .asString()
                .contains("From: Patchbay <desk@example.lt>\r\n", "To: Ada <ada@example.lt>\r\n")
                .contains("Message-ID: <patchbay-61-1795168800000@example.lt>\r\n");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments("CONNECT", "554 not today", Postponed.class),
                arguments("CONNECT", ScriptedSmtp.GOODBYE, Postponed.class),
                arguments("CONNECT", ScriptedSmtp.SILENCE, Postponed.class),
                arguments("MAIL", "451 later", Postponed.class),
                arguments("MAIL", "550 you may not", Refused.class),
                arguments("RCPT", "450 later", Postponed.class),
                arguments("RCPT", "550 no such user", Refused.class),
                arguments("RCPT", ScriptedSmtp.GOODBYE, Postponed.class),
                arguments("DATA", "452 no space", Postponed.class),
                arguments("DATA", "554 no", Refused.class),
                arguments("DATA", ScriptedSmtp.GOODBYE, Postponed.class),
                arguments("DATA", ScriptedSmtp.SILENCE, Postponed.class),
                arguments(".", "452 no space", Postponed.class),
                arguments(".", "554 spam", Refused.class),
                arguments(".", ScriptedSmtp.GOODBYE, Unknown.class),
                arguments(".", ScriptedSmtp.SILENCE, Unknown.class),
                arguments("QUIT", "451 no", Sent.class),
                arguments("QUIT", ScriptedSmtp.GOODBYE, Sent.class),
                arguments("QUIT", ScriptedSmtp.SILENCE, Sent.class));
    }

    @ParameterizedTest(name = "{1} to {0}")
    @MethodSource("failures")
    void tells_what_a_failure_means(String command, String reply, Class<? extends Outcome> meaning) {
        smtp.saying(command, reply);

        assertThat(server(smtp.port()).hand(mail())).isInstanceOf(meaning);
    }

    @Test
    void may_not_be_there() {
        int port = smtp.port();
        smtp.close();

        assertThat(server(port).hand(mail())).isInstanceOf(Postponed.class);
    }

    @Test
    void says_why_in_its_own_words_and_in_one_line() {
        smtp.saying("RCPT", "550-no\r\n550 such user");

        assertThat(server(smtp.port()).hand(mail())).isEqualTo(new Refused("550-no 550 such user"));
    }

    @Test
    void does_not_take_what_comes_from_nobody() {
        MailServer nobodys = server(smtp.port(), null);

        assertThat(nobodys.takes(mail().letter())).isFalse();
        assertThat(nobodys.isConfigured()).isTrue();
    }

    @Test
    void does_not_take_anything_where_none_is_configured() {
        MailServer none = new MailServer(
                new StaticListableBeanFactory().getBeanProvider(JavaMailSenderImpl.class), settings("desk@example.lt"));

        assertThat(none.takes(mail().letter())).isFalse();
        assertThat(none.isConfigured()).isFalse();
    }

    private static MailServer server(int port) {
        return server(port, "desk@example.lt");
    }

    private static MailServer server(int port, String from) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", "300");
        properties.setProperty("mail.smtp.timeout", "300");
        properties.setProperty("mail.smtp.writetimeout", "300");
        sender.setJavaMailProperties(properties);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        return new MailServer(beans.getBeanProvider(JavaMailSenderImpl.class), settings(from));
    }

    private static MailSettings settings(String from) {
        return new MailSettings(from, 3, Duration.ofMinutes(1), Duration.ofMinutes(15));
    }

    private static PendingMail mail() {
        Letter letter = new Letter(
                MailKind.WELCOME,
                null,
                new Mailbox(new EmailAddress("ada@example.lt"), new DisplayName("Ada")),
                null,
                new Subject("Hello"),
                "Hello.\n.\nBye.\n",
                "<p>Hello.</p>");
        return new PendingMail(61, 1, 0, QUEUED, QUEUED, letter);
    }
}
