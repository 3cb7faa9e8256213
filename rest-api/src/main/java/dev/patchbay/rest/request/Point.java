package dev.patchbay.rest.request;

import dev.patchbay.rest.answer.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in the history, as a parameter of a request names it.
 *
 * @param position null when the time says which
 * @param time null when the position says which
 */
public record Point(@Nullable Long position, @Nullable Instant time) {
    private static final Pattern POSITION = Pattern.compile("@(0|[1-9][0-9]{0,17})");
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2999-12-31T23:59:59Z");

    /** A position such as {@code @1234}, or an ISO 8601 time with its offset. */
    public static Point parse(String name, String text) {
        if (POSITION.matcher(text).matches()) {
            return new Point(Long.parseLong(text.substring(1)), null);
        }
        try {
            // The plus of an offset is often sent as it is, and then means a blank.
            Instant time = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            if (time.isBefore(FIRST) || time.isAfter(LAST)) {
                throw new DateTimeException("nothing was recorded then");
            }
            return new Point(null, time);
        } catch (DateTimeException e) {
            throw Problem.parameter(name + " must be a time such as 2026-11-20T10:00:00Z, or a position such as @1234");
        }
    }

    /** The time, where no position says which place is meant. */
    public Instant at() {
        return Objects.requireNonNull(time);
    }
}
