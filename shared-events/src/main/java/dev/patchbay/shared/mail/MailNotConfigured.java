package dev.patchbay.shared.mail;

import org.axonframework.serialization.Revision;

/** The mail was not sent, because the installation has no mail server or no address to send from. */
@Revision("1")
public record MailNotConfigured(long mailId) implements MailEvent {}
