package dev.patchbay.server.mail;

import dev.patchbay.rest.mail.Outbox;
import dev.patchbay.shared.mail.Letter;
import dev.patchbay.shared.mail.Mailbox;
import dev.patchbay.shared.mail.PendingMail;
import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The mail server of the installation, if it has one. */
@Component
class MailServer implements Outbox {

    private final @Nullable JavaMailSenderImpl smtp;
    private final @Nullable Mailbox installation;

    MailServer(ObjectProvider<JavaMailSenderImpl> smtp, MailSettings settings) {
        JavaMailSenderImpl configured = smtp.getIfAvailable();
        this.smtp = configured != null && StringUtils.hasText(configured.getHost()) ? configured : null;
        this.installation = settings.sender();
    }

    @Override
    public boolean isConfigured() {
        return smtp != null;
    }

    /** Whether there is a mail server, and an address that the letter comes from. */
    boolean takes(Letter letter) {
        return smtp != null && (letter.sender() != null || installation != null);
    }

    /** Tries to hand a mail over. */
    Outcome hand(PendingMail mail) {
        Mailbox sender =
                mail.letter().sender() == null ? installation : mail.letter().sender();
        if (smtp == null || sender == null) {
            throw new IllegalStateException("there is no mail server for mail " + mail.id());
        }
        LetterMessage message;
        try {
            String name = "patchbay-" + mail.id() + "-" + mail.queuedAt().toEpochMilli();
            message = new LetterMessage(smtp.getSession(), mail.letter(), sender, name, mail.queuedAt());
        } catch (MessagingException e) {
            return new Outcome.Refused("the mail cannot be addressed: " + e.getMessage());
        }
        try {
            smtp.send(message);
            return new Outcome.Sent();
        } catch (MailException e) {
            return Outcome.of(e, message.isHandedOver());
        }
    }
}
