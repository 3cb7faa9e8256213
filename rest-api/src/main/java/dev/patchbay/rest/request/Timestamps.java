package dev.patchbay.rest.request;

import dev.patchbay.shared.text.InvalidText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Times as bodies say them: ISO 8601 with an offset, in years of four digits, less than a second cut off. */
public final class Timestamps {
    private static final int LAST_YEAR = 9999;

    private Timestamps() {}

    public static Instant parse(String text) throws InvalidText {
        try {
            Instant instant = OffsetDateTime.parse(text.strip()).toInstant().truncatedTo(ChronoUnit.SECONDS);
            int year = instant.atOffset(ZoneOffset.UTC).getYear();
            if (year < 0 || year > LAST_YEAR) {
                throw new InvalidText("is invalid");
            }
            return instant;
        } catch (DateTimeException e) {
            throw new InvalidText("is invalid");
        }
    }
}
