package dev.patchbay.shared.mail;

import dev.patchbay.shared.Personal;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The attempt failed for a reason that may pass; the next one is made at this time. */
@Revision("1")
public record MailDeferred(
        long mailId, int attempt, @Personal String reason, Instant nextAttemptAt) implements MailEvent {}
