package dev.patchbay.query.call;

import dev.patchbay.shared.call.Bucket;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the clock and the calendar of a time zone divide time. All times are in seconds since 1970. */
record Parts(Bucket bucket, ZoneId zone) {

    /**
     * Where the parts of a period meet: its beginning, every boundary within, its end.
     *
     * @param most how many parts at most
     * @return null when there are more
     */
    @Nullable
    List<Long> of(long from, long to, int most) {
        List<Long> boundaries = new ArrayList<>();
        boundaries.add(from);
        for (long next = after(from); next < to; next = after(next)) {
            if (boundaries.size() >= most) {
                return null;
            }
            boundaries.add(next);
        }
        boundaries.add(to);
        return boundaries;
    }

    /** The beginning of the part that a time is in. */
    long begin(long time) {
        if (bucket == Bucket.HOUR) {
            long hour = time - Math.floorMod(time + offset(time), Stretch.HOUR_SECONDS);
            ZoneOffsetTransition last = zone.getRules().previousTransition(Instant.ofEpochSecond(time + 1));
            return last == null ? hour : Math.max(hour, last.toEpochSecond());
        }
        LocalDate day = local(time).toLocalDate();
        long begin = midnight(
                switch (bucket) {
                    case HOUR, DAY -> day;
                    case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    case MONTH -> day.withDayOfMonth(1);
                });
        return Math.min(begin, time);
    }

    /** The end of the part that a time is in: always later. */
    long after(long time) {
        if (bucket == Bucket.HOUR) {
            long hour = time - Math.floorMod(time + offset(time), Stretch.HOUR_SECONDS) + Stretch.HOUR_SECONDS;
            ZoneOffsetTransition next = zone.getRules().nextTransition(Instant.ofEpochSecond(time));
            return next == null ? hour : Math.min(hour, next.toEpochSecond());
        }
        LocalDate day = local(time).toLocalDate();
        do {
            day = switch (bucket) {
                case HOUR, DAY -> day.plusDays(1);
                case WEEK -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
                case MONTH -> day.with(TemporalAdjusters.firstDayOfNextMonth());
            };
            // A clock that is set back across midnight has a day begin twice: the first time counts.
        } while (midnight(day) <= time);
        return midnight(day);
    }

    private ZonedDateTime local(long time) {
        return Instant.ofEpochSecond(time).atZone(zone);
    }

    private long offset(long time) {
        return zone.getRules().getOffset(Instant.ofEpochSecond(time)).getTotalSeconds();
    }

    private long midnight(LocalDate day) {
        return day.atStartOfDay(zone).toEpochSecond();
    }
}
