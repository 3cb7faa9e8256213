package dev.patchbay.shared.mail;

import org.axonframework.serialization.Revision;

/** The mail is about to be handed to the mail server, for the first time or again; this attempt is never made twice. */
@Revision("1")
public record MailAttempted(long mailId, int attempt) implements MailEvent {}
