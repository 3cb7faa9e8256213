package dev.patchbay.query.call;

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

    /** The first quarter of an hour that is whole. */
    long firstQuarter() {
        return Math.ceilDiv(from, Counted.QUARTER_SECONDS);
    }

    /** The quarter of an hour after the last that is whole. */
    long endQuarter() {
        return Math.floorDiv(to, Counted.QUARTER_SECONDS);
    }
}
