package dev.patchbay.rest.statistics;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.request.Times;
import dev.patchbay.shared.call.Bucket;
import dev.patchbay.shared.call.CallStatisticsQuery.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which period is asked for, and in which parts. */
final class PeriodParameters {
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private PeriodParameters() {}

    static Period of(Exchange exchange) {
        ZoneId zone = exchange.parameter("tz").map(PeriodParameters::zone).orElse(ZoneId.of("UTC"));
        Instant from = time("from", zone, exchange);
        Instant to = time("to", zone, exchange);
        Bucket bucket =
                exchange.parameter("bucket").map(PeriodParameters::bucket).orElse(null);
        if (from != null && to != null && !from.isBefore(to)) {
            throw Problem.parameter("from must be before to");
        }
        return new Period(from, to, bucket, zone);
    }

    private static @Nullable Instant time(String name, ZoneId zone, Exchange exchange) {
        return exchange.parameter(name)
                .map(text -> Times.parameter(name, text, zone))
                .orElse(null);
    }

    private static Bucket bucket(String word) {
        return Bucket.of(word).orElseThrow(() -> Problem.parameter("bucket must be hour, day, week or month"));
    }

    /** The plus of a zone such as Etc/GMT+5 is often sent as it is, and then means a blank. */
    private static ZoneId zone(String text) {
        String id = text.replace(' ', '+');
        if (!ZONES.contains(id)) {
            throw Problem.parameter("tz must be a time zone such as Europe/Vilnius");
        }
        return ZoneId.of(id);
    }
}
