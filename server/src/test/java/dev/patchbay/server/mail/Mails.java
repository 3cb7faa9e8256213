package dev.patchbay.server.mail;

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
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mails of tests, and how they are sent. */
final class Mails {

    static final MailSettings SETTINGS = settings("desk@example.lt");

    private static final Instant QUEUED = Instant.parse("2026-11-20T10:00:00Z");

    private Mails() {}

    static PendingMail one() {
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

    /** To a mail server of this machine, with time enough. */
    static JavaMailSenderImpl sender(int port) {
        return sender(port, Duration.ofSeconds(20));
    }

    /** The same, which waits no longer than this for any answer. */
    static JavaMailSenderImpl sender(int port, Duration patience) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        Properties properties = new Properties();
        for (String limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail.smtp." + limit, Long.toString(patience.toMillis()));
        }
        sender.setJavaMailProperties(properties);
        return sender;
    }

    static MailServer server(JavaMailSenderImpl sender) {
        return server(sender, SETTINGS);
    }

    static MailServer server(JavaMailSenderImpl sender, MailSettings settings) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        return new MailServer(beans.getBeanProvider(JavaMailSenderImpl.class), settings);
    }

    static MailSettings settings(String from) {
        return new MailSettings(from, 3, Duration.ofMinutes(1), Duration.ofMinutes(15));
    }
}
