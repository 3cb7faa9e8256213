package dev.patchbay.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.patchbay.server.mail.Outcome.Postponed;
import dev.patchbay.server.mail.Outcome.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mail servers that want a password, which nobody on the way may read. */
class SecureMailServerTest {

    private static final String WITH_TLS = "250-mail.example\r\n250 STARTTLS";
    private static final String WITH_LOGIN = "250-mail.example\r\n250 AUTH PLAIN";

    private final ScriptedSmtp smtp = new ScriptedSmtp();
    private final GreenMail greenMail = MailServers.of(ServerSetup.SMTPS);

    @BeforeEach
    void start() {
        greenMail.setUser("patchbay@example.lt", "patchbay", "secret");
        greenMail.start();
    }

    @AfterEach
    void close() {
        greenMail.stop();
        smtp.close();
    }

    @Test
    void takes_mail_over_tls_from_who_knows_the_password() {
        assertThat(overTls("secret", true).hand(Mails.one())).isEqualTo(new Sent());

        assertThat(greenMail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void takes_nothing_with_another_password() {
        assertThat(overTls("guess", true).hand(Mails.one()))
                .isInstanceOfSatisfying(
                        Postponed.class, refused -> assertThat(refused.reason()).startsWith("535 "));

        assertThat(greenMail.getReceivedMessages()).isEmpty();
    }

    @Test
    void is_told_nothing_when_its_certificate_is_nobodys() {
        assertThat(overTls("secret", false).hand(Mails.one()))
                .isInstanceOfSatisfying(
                        Postponed.class, refused -> assertThat(refused.reason()).contains("certification path"));

        assertThat(greenMail.getReceivedMessages()).isEmpty();
    }

    @Test
    void hears_the_password_only_after_starttls() {
        smtp.saying("EHLO", WITH_TLS, WITH_LOGIN)
                .saying("STARTTLS", "220 go on")
                .saying("AUTH", "235 welcome");

        assertThat(withStartTls().hand(Mails.one())).isEqualTo(new Sent());

        assertThat(smtp.commands())
                .containsExactly("CONNECT", "EHLO", "STARTTLS", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", ".", "QUIT");
    }

    @Test
    void hears_no_password_when_it_offers_no_starttls() {
        smtp.saying("EHLO", WITH_LOGIN);

        assertThat(withStartTls().hand(Mails.one()))
                .isInstanceOfSatisfying(
                        Postponed.class, refused -> assertThat(refused.reason()).contains("STARTTLS is required"));

        assertThat(smtp.commands()).doesNotContain("AUTH", "MAIL");
    }

    @Test
    void hears_no_password_when_starttls_fails() {
        smtp.saying("EHLO", WITH_TLS).saying("STARTTLS", "454 not now");

        assertThat(withStartTls().hand(Mails.one())).isInstanceOf(Postponed.class);

        assertThat(smtp.commands()).doesNotContain("AUTH", "MAIL");
    }

    @Test
    void hears_a_password_in_the_open_when_somebody_says_so() {
        smtp.saying("EHLO", WITH_LOGIN).saying("AUTH", "235 welcome");
        JavaMailSenderImpl sender = Mails.sender(smtp.port());
        sender.setUsername("patchbay");
        sender.setPassword("secret");
        sender.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "false");

        assertThat(Mails.server(sender).hand(Mails.one())).isEqualTo(new Sent());
    }

    private MailServer withStartTls() {
        JavaMailSenderImpl sender = Mails.sender(smtp.port());
        sender.setUsername("patchbay");
        sender.setPassword("secret");
        sender.getJavaMailProperties().setProperty("mail.smtp.starttls.enable", "true");
        trust(sender);
        return Mails.server(sender);
    }

    private MailServer overTls(String password, boolean trusted) {
        JavaMailSenderImpl sender = Mails.sender(greenMail.getSmtps().getPort());
        sender.setUsername("patchbay");
        sender.setPassword(password);
        sender.getJavaMailProperties().setProperty("mail.smtp.ssl.enable", "true");
        if (trusted) {
            trust(sender);
        }
        return Mails.server(sender);
    }

    /** Whoever signed the certificate, and whatever name it is for. */
    private static void trust(JavaMailSenderImpl sender) {
        sender.getJavaMailProperties().setProperty("mail.smtp.ssl.trust", "127.0.0.1");
        sender.getJavaMailProperties().setProperty("mail.smtp.ssl.checkserveridentity", "false");
    }
}
