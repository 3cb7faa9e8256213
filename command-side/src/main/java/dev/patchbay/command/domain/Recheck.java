package dev.patchbay.command.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the records of a domain are looked up again: often at first, then less and less, not for ever. */
final class Recheck {

    static final Duration SHORTEST = Duration.ofMinutes(1);

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofDays(3);

    private Recheck() {}

    /** After as long as the domain has been waiting, within limits; null when it has waited long enough. */
    static @Nullable Instant after(@Nullable Instant addedAt, Instant now) {
        Duration waited = addedAt == null ? Duration.ZERO : Duration.between(addedAt, now);
        if (waited.compareTo(PATIENCE) >= 0) {
            return null;
        }
        if (waited.compareTo(SHORTEST) < 0) {
            return now.plus(SHORTEST);
        }
        return now.plus(waited.compareTo(LONGEST) < 0 ? waited : LONGEST);
    }
}
