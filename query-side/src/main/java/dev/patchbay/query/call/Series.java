package dev.patchbay.query.call;

import dev.patchbay.query.call.Counts.Piece;
import dev.patchbay.query.call.Counts.Span;
import dev.patchbay.shared.Unanswerable;
import dev.patchbay.shared.call.Bucket;
import dev.patchbay.shared.call.CallStatistics;
import dev.patchbay.shared.call.CallStatistics.Part;
import dev.patchbay.shared.call.CallStatisticsQuery.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Puts counts together to the statistics of a period and its parts. */
final class Series {

    private static final int MOST_PARTS = 10_000;
    private static final int HOURS_OF_DAY = 24;

    /** A year and the clock changes in it: to look for its ends costs more than it saves. */
    private static final int FEW_STRETCHES = 4;

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

    private Series() {}

    /**
     * The statistics of a period.
     *
     * @throws Unanswerable when it has too many parts
     */
    static CallStatistics of(Period period, Counts counts) {
        if (period.bucket() == null && period.from() == null && period.to() == null) {
            return statistics(period, counts.total(), List.of());
        }
        Optional<Span> span = span(period, counts);
        if (span.isEmpty()) {
            return statistics(period, Sums.NONE, List.of());
        }
        List<Long> boundaries = boundaries(period, span.get());
        Sums[] sums = sums(period, boundaries, counts);
        Sums total = Arrays.stream(sums).reduce(Sums.NONE, Sums::plus);
        return statistics(period, total, period.bucket() == null ? List.of() : shown(period, boundaries, sums));
    }

    /** All parts, but where the period has no end of its own none before the first call or after the last. */
    private static List<Part> shown(Period period, List<Long> boundaries, Sums[] sums) {
        int first = 0;
        int end = sums.length;
        while (period.from() == null && first < end && sums[first].calls() == 0) {
            first++;
        }
        while (period.to() == null && first < end && sums[end - 1].calls() == 0) {
            end--;
        }
        return parts(boundaries, sums, period.zone()).subList(first, end);
    }

    /** From where to where; without an end the part of the first or last call is whole. */
    private static Optional<Span> span(Period period, Counts counts) {
        Instant from = period.from();
        Instant to = period.to();
        Optional<Span> known = from == null || to == null ? counts.span() : Optional.empty();
        if (from != null && to != null) {
            known = Optional.of(new Span(from.getEpochSecond(), to.getEpochSecond()));
        } else if (from != null) {
            known = known.map(span -> new Span(from.getEpochSecond(), end(period, span)));
        } else if (to != null) {
            known = known.map(span -> new Span(begin(period, span), to.getEpochSecond()));
        } else {
            known = known.map(span -> new Span(begin(period, span), end(period, span)));
        }
        return known.filter(span -> span.from() < span.to());
    }

    private static long begin(Period period, Span span) {
        Bucket bucket = period.bucket();
        return bucket == null ? span.from() : new Parts(bucket, period.zone()).begin(span.from());
    }

    private static long end(Period period, Span span) {
        Bucket bucket = period.bucket();
        return bucket == null ? span.to() : new Parts(bucket, period.zone()).after(span.to() - 1);
    }

    private static List<Long> boundaries(Period period, Span span) {
        Bucket bucket = period.bucket();
        if (bucket == null) {
            return List.of(span.from(), span.to());
        }
        List<Long> boundaries = new Parts(bucket, period.zone()).of(span.from(), span.to(), MOST_PARTS);
        if (boundaries == null) {
            throw new Unanswerable("bucket is too short for the period: at most " + MOST_PARTS + " parts are answered");
        }
        return boundaries;
    }

    private static Sums[] sums(Period period, List<Long> boundaries, Counts counts) {
        Sums[] sums = new Sums[boundaries.size() - 1];
        Arrays.fill(sums, Sums.NONE);
        int hours = period.bucket() == Bucket.HOUR ? 1 : HOURS_OF_DAY;
        for (Stretch stretch : stretches(period, boundaries, counts)) {
            for (Piece piece : counts.in(stretch, hours)) {
                int part = partOf(piece.begin(), boundaries);
                sums[part] = sums[part].plus(piece.sums());
            }
        }
        return sums;
    }

    /** Of a long period only those that can have calls; a period that is not divided is not by a clock either. */
    private static List<Stretch> stretches(Period period, List<Long> boundaries, Counts counts) {
        ZoneId zone = period.bucket() == null ? ZoneOffset.UTC : period.zone();
        List<Stretch> all = Stretch.of(boundaries.getFirst(), boundaries.getLast(), zone);
        if (all.size() <= FEW_STRETCHES) {
            return all;
        }
        Optional<Span> span = counts.span();
        return all.stream()
                .filter(stretch -> span.filter(stretch::overlaps).isPresent())
                .toList();
    }

    private static int partOf(long time, List<Long> boundaries) {
        int found = Collections.binarySearch(boundaries, time);
        return found >= 0 ? found : -found - 2;
    }

    private static List<Part> parts(List<Long> boundaries, Sums[] sums, ZoneId zone) {
        List<String> times = boundaries.stream()
                .map(time -> LOCAL.format(Instant.ofEpochSecond(time).atZone(zone)))
                .toList();
        List<Part> parts = new ArrayList<>(sums.length);
        for (int part = 0; part < sums.length; part++) {
            Sums of = sums[part];
            parts.add(new Part(
                    times.get(part),
                    times.get(part + 1),
                    of.calls(),
                    of.answered(),
                    of.missed(),
                    of.averageSeconds(),
                    of.seconds()));
        }
        return parts;
    }

    private static CallStatistics statistics(Period period, Sums sums, List<Part> parts) {
        Bucket bucket = period.bucket();
        return new CallStatistics(
                period.from(),
                period.to(),
                bucket == null ? null : bucket.word(),
                period.zone().getId(),
                sums.calls(),
                sums.answered(),
                sums.missed(),
                sums.averageSeconds(),
                sums.seconds(),
                parts);
    }
}
