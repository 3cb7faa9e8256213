package dev.patchbay.shared.mail;

import dev.patchbay.shared.text.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent, in full; never holds a secret, because it is stored for ever.
 *
 * @param sender null for the installation's own address
 * @param replyTo where answers go; null for the sender
 * @param text what clients show that know no HTML
 * @param html the same as a document
 */
public record Letter(
        MailKind kind,
        @Nullable Mailbox sender,
        Mailbox recipient,
        @Nullable EmailAddress replyTo,
        Subject subject,
        String text,
        String html) {}
