package dev.patchbay.shared.mail;

import org.axonframework.serialization.Revision;

/** The mail server has taken the mail over. */
@Revision("1")
public record MailSent(long mailId, int attempt) implements MailEvent {}
