package dev.patchbay.query.call;

import dev.patchbay.shared.call.Bucket;
import dev.patchbay.shared.call.CallStatistics.Part;
import dev.patchbay.shared.call.CallStatisticsQuery.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The parts of the year 2026 by a clock and a calendar on the wall, looked at every quarter of an hour. */
record WallCalendar(Bucket bucket, ZoneId zone) {

    private static final Instant FIRST_LOOK = Instant.parse("2026-01-15T00:00:00Z");
    private static final Instant LAST_LOOK = Instant.parse("2026-12-15T00:00:00Z");
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(15);
    private static final Map<WallCalendar, NavigableSet<Instant>> KNOWN = new ConcurrentHashMap<>();

    /** The series that these calls, all of the period, come to: from the first to the last where the period has no ends. */
    static List<Part> series(Period period, List<KnownCall> calls) {
        if (calls.isEmpty() && (period.from() == null || period.to() == null)) {
            return List.of();
        }
        NavigableSet<Instant> begins =
                KNOWN.computeIfAbsent(new WallCalendar(period.bucket(), period.zone()), WallCalendar::begins);
        List<Instant> times = calls.stream().map(KnownCall::startedAt).sorted().toList();
        Instant from = period.from() == null ? begins.floor(times.getFirst()) : period.from();
        Instant to = period.to() == null ? begins.higher(times.getLast()) : period.to();
        Map<Instant, List<KnownCall>> byPart =
                calls.stream().collect(Collectors.groupingBy(call -> later(from, begins.floor(call.startedAt()))));
        List<Part> parts = new ArrayList<>();
        for (Instant begin = from; begin.isBefore(to); begin = begins.higher(begin)) {
            Instant next = begins.higher(begin);
            Instant end = next.isBefore(to) ? next : to;
            parts.add(part(
                    begin.atZone(period.zone()), end.atZone(period.zone()), byPart.getOrDefault(begin, List.of())));
        }
        return parts;
    }

    private static Part part(ZonedDateTime from, ZonedDateTime to, List<KnownCall> calls) {
        long answered = calls.stream().filter(KnownCall::answered).count();
        long seconds = calls.stream().mapToLong(KnownCall::seconds).sum();
        return new Part(
                from.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                to.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                calls.size(),
                answered,
                calls.size() - answered,
                average(seconds, answered),
                seconds);
    }

    static long average(long seconds, long answered) {
        return answered == 0 ? 0 : (long) Math.floor(seconds / (double) answered + 0.5);
    }

    private NavigableSet<Instant> begins() {
        NavigableSet<Instant> begins = new TreeSet<>();
        String shown = shown(FIRST_LOOK);
        for (Instant look = FIRST_LOOK; look.isBefore(LAST_LOOK); look = look.plus(BETWEEN_LOOKS)) {
            String now = shown(look);
            if (!now.equals(shown)) {
                begins.add(look);
            }
            shown = now;
        }
        return begins;
    }

    private String shown(Instant time) {
        ZonedDateTime local = time.atZone(zone);
        LocalDate day = local.toLocalDate();
        return switch (bucket) {
            case HOUR -> local.truncatedTo(ChronoUnit.HOURS).toLocalDateTime() + " " + local.getOffset();
            case DAY -> day.toString();
            case WEEK -> day.get(IsoFields.WEEK_BASED_YEAR) + " W" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case MONTH -> day.getYear() + " " + day.getMonth();
        };
    }

    private static Instant later(Instant one, Instant other) {
        return Comparator.<Instant>naturalOrder().compare(one, other) < 0 ? other : one;
    }
}
