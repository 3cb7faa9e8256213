package dev.patchbay.shared.mail;

import dev.patchbay.shared.Personal;
import org.axonframework.serialization.Revision;

/** The mail may have been sent or not; it is not sent again, because nobody may get it twice. */
@Revision("1")
public record MailOutcomeUnknown(
        long mailId, int attempt, @Personal String reason) implements MailEvent {}
