package dev.patchbay.shared.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail and what became of it.
 *
 * @param about the stream of what it is about
 * @param status one of the words of {@link MailStatus}
 * @param attempts how many attempts were begun
 * @param reason why the last attempt did not succeed; null when it did, or there was none
 * @param since when the status came to be
 */
public record MailView(
        long id,
        String kind,
        String about,
        String recipient,
        String status,
        int attempts,
        @Nullable String reason,
        Instant queuedAt,
        Instant since) {}
