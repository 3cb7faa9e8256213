package dev.patchbay.server.mail;

import dev.patchbay.rest.mail.Outbox;
import dev.patchbay.shared.mail.Letter;
import dev.patchbay.shared.mail.Mailbox;
import dev.patchbay.shared.mail.PendingMail;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The mail server of the installation, if it has one. */
@Component
class MailServer implements Outbox {

    /** Shorter than what rounds have for theirs. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final @Nullable JavaMailSenderImpl smtp;
    private final @Nullable Mailbox installation;
    private final Duration longestAttempt;

    /** A password goes over no connection that others can read, unless somebody says so. */
    MailServer(ObjectProvider<JavaMailSenderImpl> smtp, MailSettings settings) {
        JavaMailSenderImpl configured = smtp.getIfAvailable();
        this.smtp = configured != null && StringUtils.hasText(configured.getHost()) ? configured : null;
        this.installation = settings.sender();
        this.longestAttempt = settings.longestAttempt();
        if (this.smtp != null && StringUtils.hasText(this.smtp.getUsername())) {
            Object unused = this.smtp.getJavaMailProperties().putIfAbsent("mail.smtp.starttls.required", "true");
        }
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
        return inTime(message, smtp);
    }

    private static Outcome send(LetterMessage message, JavaMailSenderImpl smtp) {
        try {
            smtp.send(message);
            return new Outcome.Sent();
        } catch (RuntimeException e) {
            return Outcome.of(e, message.isHandedOver());
        }
    }

    /** A mail server that always says a little has as long for all of it; then the connection is closed. */
    private Outcome inTime(LetterMessage message, JavaMailSenderImpl smtp) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        // In a virtual thread to be interrupted closes the connection.
        Thread conversation = Thread.ofVirtual()
                .name("smtp")
                .start(() -> outcome.completeAsync(() -> send(message, smtp), Runnable::run));
        try {
            return outcome.get(longestAttempt.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException e) {
            conversation.interrupt();
            return lastWords(outcome, message);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Who looks up where the mail server is cannot be interrupted. */
    static Outcome lastWords(CompletableFuture<Outcome> outcome, LetterMessage message) {
        try {
            return outcome.get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException e) {
            Outcome silence = message.withdraw()
                    ? new Outcome.Postponed("the mail server was not reached in time")
                    : new Outcome.Unknown("there was no reply after DATA in time");
            return outcome.getNow(silence);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
