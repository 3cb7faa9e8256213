package dev.patchbay.rest.request;

import dev.patchbay.rest.answer.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Times as parameters of a request, less than a second cut off as it is of the times of calls. */
public final class Times {
    /** 1970 begins and 2199 ends within a day of these, wherever one is. */
    private static final Instant FIRST = Instant.parse("1969-12-31T00:00:00Z");

    private static final Instant LAST = Instant.parse("2200-01-02T00:00:00Z");

    private Times() {}

    /** An ISO 8601 time with its offset. */
    public static Instant parameter(String name, String text) {
        try {
            return within(parse(text));
        } catch (DateTimeException e) {
            throw Problem.parameter(name + " must be a time such as 2026-11-20T10:00:00Z");
        }
    }

    /** The same, or a date, which means its beginning in the time zone. */
    public static Instant parameter(String name, String text, ZoneId zone) {
        try {
            boolean date = text.indexOf('T') < 0;
            return within(date ? LocalDate.parse(text).atStartOfDay(zone).toInstant() : parse(text));
        } catch (DateTimeException e) {
            throw Problem.parameter(name + " must be a time such as 2026-11-20T10:00:00Z, or a date");
        }
    }

    /** The plus of an offset is often sent as it is, and then means a blank. */
    private static Instant parse(String text) {
        return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    }

    private static Instant within(Instant exact) {
        Instant time = exact.truncatedTo(ChronoUnit.SECONDS);
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new DateTimeException("nobody called then");
        }
        return time;
    }
}
