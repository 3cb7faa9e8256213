package dev.patchbay.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.patchbay.server.HeldPort;
import dev.patchbay.server.mail.Outcome.Postponed;
import dev.patchbay.server.mail.Outcome.Refused;
import dev.patchbay.server.mail.Outcome.Sent;
import dev.patchbay.server.mail.Outcome.Unknown;
import dev.patchbay.shared.mail.Letter;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mostly waits: its tests do so at the same time. */
@Execution(ExecutionMode.CONCURRENT)
class MailServerTest {

    private final ScriptedSmtp smtp = new ScriptedSmtp();

    @AfterEach
    void close() {
        smtp.close();
    }

    @Test
    void has_a_mail_that_it_took() {
        assertThat(server(smtp.port()).hand(Mails.one())).isEqualTo(new Sent());

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
        MailServer server = reply.equals(ScriptedSmtp.SILENCE)
                ? Mails.server(Mails.sender(smtp.port(), Duration.ofSeconds(5)))
                : server(smtp.port());

        assertThat(server.hand(Mails.one())).isInstanceOf(meaning);
    }

    @ParameterizedTest
    @CsvSource({"EHLO, Postponed", "RCPT, Postponed", "., Unknown"})
    void has_no_more_time_because_it_says_a_little_again_and_again(String command, String meaning) {
        smtp.saying(command, ScriptedSmtp.DRIP);
        MailSettings hurried = new MailSettings("desk@example.lt", 3, Duration.ofMinutes(1), Duration.ofSeconds(6));

        assertThat(Mails.server(Mails.sender(smtp.port()), hurried).hand(Mails.one()))
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .isEqualTo(meaning);
    }

    @Test
    void is_left_at_once_when_the_server_stops() {
        smtp.saying("RCPT", ScriptedSmtp.SILENCE);
        Thread.currentThread().interrupt();

        assertThat(server(smtp.port()).hand(Mails.one())).isInstanceOf(Postponed.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"false, Postponed", "true, Unknown"})
    void is_left_when_nothing_can_be_interrupted_and_is_told_no_more(boolean told, String meaning) throws Exception {
        CountDownLatch left = new CountDownLatch(1);
        CompletableFuture<Boolean> toldMore = new CompletableFuture<>();
        JavaMailSenderImpl deaf = new JavaMailSenderImpl() {
            @Override
            public void send(MimeMessage message) {
                if (told) {
                    isTold(message);
                }
                awaitDeafly(left);
                toldMore.complete(isTold(message));
            }
        };
        deaf.setHost("127.0.0.1");
        MailSettings hurried = new MailSettings("desk@example.lt", 3, Duration.ofMinutes(1), Duration.ofSeconds(3));

        Outcome outcome = Mails.server(deaf, hurried).hand(Mails.one());
        left.countDown();

        assertThat(outcome.getClass().getSimpleName()).isEqualTo(meaning);
        assertThat(toldMore.get(60, TimeUnit.SECONDS)).isEqualTo(told);
    }

    @Test
    void is_heard_until_the_letter_is_withdrawn() throws Exception {
        CompletableFuture<Outcome> tooLate = new CompletableFuture<>() {
            @Override
            public Outcome get(long timeout, TimeUnit unit) throws TimeoutException {
                complete(new Sent());
                throw new TimeoutException();
            }
        };
        Letter letter = Mails.one().letter();
        LetterMessage message = new LetterMessage(
                Session.getInstance(new Properties()), letter, letter.recipient(), "patchbay-61", Instant.EPOCH);

        assertThat(MailServer.lastWords(tooLate, message)).isEqualTo(new Sent());
    }

    @Test
    void may_not_be_there() {
        try (HeldPort nobodys = new HeldPort()) {
            assertThat(server(nobodys.number()).hand(Mails.one())).isInstanceOf(Postponed.class);
        }
    }

    @Test
    void says_why_in_its_own_words_and_in_one_line() {
        smtp.saying("RCPT", "550-no\r\n550 such user");

        assertThat(server(smtp.port()).hand(Mails.one())).isEqualTo(new Refused("550-no 550 such user"));
    }

    @Test
    void does_not_take_what_comes_from_nobody() {
        MailServer nobodys = Mails.server(Mails.sender(smtp.port()), Mails.settings(null));

        assertThat(nobodys.takes(Mails.one().letter())).isFalse();
        assertThat(nobodys.isConfigured()).isTrue();
    }

    @Test
    void does_not_take_anything_where_none_is_configured() {
        MailServer none = new MailServer(
                new StaticListableBeanFactory().getBeanProvider(JavaMailSenderImpl.class), Mails.SETTINGS);

        assertThat(none.takes(Mails.one().letter())).isFalse();
        assertThat(none.isConfigured()).isFalse();
    }

    private static MailServer server(int port) {
        return Mails.server(Mails.sender(port));
    }

    private static void awaitDeafly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // Like native code, which does not notice.
            }
        }
    }

    private static boolean isTold(MimeMessage message) {
        try {
            message.writeTo(OutputStream.nullOutputStream(), new String[0]);
            return true;
        } catch (IOException e) {
            return false;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
