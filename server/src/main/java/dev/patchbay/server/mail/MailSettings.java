package dev.patchbay.server.mail;

import dev.patchbay.shared.mail.Mailbox;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.EmailAddress;
import dev.patchbay.shared.text.InvalidText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the installation sends mail; its mail server is in Spring's own settings, {@code spring.mail}.
 *
 * @param from the address of mail that comes from the installation itself; without one there is no such mail
 * @param attempts how many times a mail is tried, the first time included
 * @param retryDelay how long a mail waits for its second attempt; for each further one twice as long, up to an hour
 * @param attemptTimeout when an attempt that was begun and has no outcome, because the server died, counts as unknown
 */
@ConfigurationProperties("patchbay.mail")
public record MailSettings(
        @Nullable String from,
        @DefaultValue("12") int attempts,
        @DefaultValue("1m") Duration retryDelay,
        @DefaultValue("15m") Duration attemptTimeout) {

    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    public MailSettings {
        from = from == null || from.isBlank() ? null : requireAddress(from);
        if (attempts < 1) {
            throw new IllegalArgumentException("patchbay.mail.attempts must be 1 or more, not '" + attempts + "'");
        }
        requirePositive("patchbay.mail.retry-delay", retryDelay);
        requirePositive("patchbay.mail.attempt-timeout", attemptTimeout);
    }

    /** Where mail comes from that comes from nobody in particular. */
    @Nullable
    Mailbox sender() {
        return from == null ? null : new Mailbox(new EmailAddress(from), new DisplayName("Patchbay"));
    }

    /** After how long an attempt is broken off: well before others count it as unknown. */
    Duration longestAttempt() {
        return attemptTimeout.dividedBy(3);
    }

    /** How long to wait after so many attempts. */
    Duration delayAfter(int made) {
        Duration delay = retryDelay;
        for (int each = 1; each < made && delay.compareTo(LONGEST_DELAY) < 0; each++) {
            delay = delay.multipliedBy(2);
        }
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }

    private static String requireAddress(String from) {
        try {
            return EmailAddress.parse(from).value();
        } catch (InvalidText e) {
            throw new IllegalArgumentException(
                    "patchbay.mail.from (PATCHBAY_MAIL_FROM) must be an e-mail address, not '" + from + "'");
        }
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be longer than nothing, not '" + duration + "'");
        }
    }
}
