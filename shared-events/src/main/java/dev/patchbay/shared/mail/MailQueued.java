package dev.patchbay.shared.mail;

import dev.patchbay.shared.Personal;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * From now on the mail waits to be sent.
 *
 * @param about the stream of what the mail is about
 * @param sender null for the installation's own address
 */
@Revision("1")
public record MailQueued(
        long mailId,
        long accountId,
        String kind,
        String about,
        @Personal @Nullable String sender,
        @Personal @Nullable String senderName,
        @Personal String recipient,
        @Personal @Nullable String recipientName,
        @Personal @Nullable String replyTo,
        @Personal String subject,
        @Personal String text,
        @Personal String html)
        implements MailEvent {}
