package dev.patchbay.query.call;

import dev.patchbay.query.call.Counts.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time in which a clock runs evenly.
 *
 * @param from in seconds since 1970
 * @param to likewise, no part of it
 * @param offset of the clock from UTC, in seconds
 */
record Stretch(long from, long to, long offset) {

    static final long HOUR_SECONDS = 3600;

    static final long QUARTER_SECONDS = 900;

    /** A period, split where the clock of the zone changes. */
    static List<Stretch> of(long from, long to, ZoneId zone) {
        List<Stretch> stretches = new ArrayList<>();
        for (long begin = from; begin < to; ) {
            Instant start = Instant.ofEpochSecond(begin);
            ZoneOffsetTransition change = zone.getRules().nextTransition(start);
            long end = change == null ? to : Math.min(to, change.toEpochSecond());
            stretches.add(
                    new Stretch(begin, end, zone.getRules().getOffset(start).getTotalSeconds()));
            begin = end;
        }
        return stretches;
    }

    boolean overlaps(Span span) {
        return from < span.to() && span.from() < to;
    }

    /** The first hour, counted since 1970, that is wholly within. */
    long firstHour() {
        return Math.ceilDiv(from, HOUR_SECONDS);
    }

    /** The hour after the last that is wholly within. */
    long endHour() {
        return Math.floorDiv(to, HOUR_SECONDS);
    }

    /** How many whole hours the clock is ahead of UTC. */
    long hoursAhead() {
        return Math.floorDiv(offset, HOUR_SECONDS);
    }

    /** How many more quarters of an hour it is ahead, 0 to 3; since 1972 every clock is ahead by whole quarters. */
    int quartersAhead() {
        return (int) (Math.floorMod(offset, HOUR_SECONDS) / QUARTER_SECONDS);
    }
}
