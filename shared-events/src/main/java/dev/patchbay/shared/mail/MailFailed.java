package dev.patchbay.shared.mail;

import dev.patchbay.shared.Personal;
import org.axonframework.serialization.Revision;

/**
 * The mail was not sent and never will be.
 *
 * @param reason in the words of the mail server, which may name the recipient
 */
@Revision("1")
public record MailFailed(long mailId, int attempt, @Personal String reason) implements MailEvent {}
