package dev.patchbay.query.call;

import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The counted calls of something, as of a position: from the tallies of whole hours, and from the calls themselves at the ends.
 */
final class Counts {

    private static final String ENDED = """
            select (c.started_at + :offset) / :unit as unit, count(*) as calls,
                sum(case when c.call_status = 'answered' then 1 else 0 end) as answered,
                sum(case when c.call_status = 'answered' then c.call_duration else 0 end) as seconds
            from call c
            where %s and c.started_at >= :from and c.started_at < :to and c.call_status <> 'ringing'
            and c.valid_from <= :position and :position < c.valid_to
            group by 1 order by 1
            """;

    /** Of the rows not yet over at the position most are still true, and those are found by their hour. */
    private static final String TALLIED = """
            select (hour + :ahead) / :hours as unit, sum(calls) as calls, sum(answered) as answered, sum(seconds) as seconds
            from (
                select t.hour, %3$s from %2$s t
                where %1$s and t.valid_to = %4$d and t.hour >= :from and t.hour < :to and t.valid_from <= :position
                union all
                select t.hour, %3$s from %2$s t
                where %1$s and t.valid_to > :position and t.valid_to < %4$d and t.hour >= :from and t.hour < :to
                and t.valid_from <= :position) as shown
            group by 1 order by 1
            """;

    private static final String TOTAL = """
            select coalesce(sum(t.calls), 0) as calls, coalesce(sum(t.answered), 0) as answered,
                coalesce(sum(t.seconds), 0) as seconds
            from %s t where %s and t.valid_from <= :position and :position < t.valid_to
            """;

    private static final String ENDS = """
            select
                min(4 * t.hour + case
                    when t.calls_q0 > 0 then 0 when t.calls_q1 > 0 then 1 when t.calls_q2 > 0 then 2 else 3 end) as first,
                max(4 * t.hour + case
                    when t.calls_q3 > 0 then 3 when t.calls_q2 > 0 then 2 when t.calls_q1 > 0 then 1 else 0 end) as last
            from %s t
            where %s and t.valid_from <= :position and :position < t.valid_to
            and t.calls_q0 + t.calls_q1 + t.calls_q2 + t.calls_q3 > 0
            """;

    /** Whose calls are counted. */
    enum Of {
        NUMBER("call_tally_of_number", "call_total_of_number", "%1$s.virtual_number_id = :id"),
        OPERATOR("call_tally_of_operator", "call_total_of_operator", "%1$s.operator_id = :id"),
        OPERATOR_WITHIN_PROJECT(
                "call_tally_of_operator",
                "call_total_of_operator",
                "%1$s.operator_id = :id and %1$s.virtual_number_id in (" + EverVisible.NUMBERS_OF_PROJECT + ")"),
        PROJECT(
                "call_tally_of_number",
                "call_total_of_number",
                "%1$s.virtual_number_id in (" + EverVisible.NUMBERS_OF_PROJECT.replace(":project", ":id") + ")");

        private final String tallies;
        private final String totals;
        private final String condition;

        Of(String tallies, String totals, String condition) {
            this.tallies = tallies;
            this.totals = totals;
            this.condition = condition;
        }

        private String condition(String row) {
            return condition.formatted(row);
        }
    }

    /** Some calls that began in the same hour or day, by the clock. */
    record Piece(long begin, Sums sums) {}

    private final Views views;
    private final Of of;
    private final long id;
    private final Scope scope;
    private final long position;

    Counts(Views views, Of of, long id, Scope scope, long position) {
        this.views = views;
        this.of = of;
        this.id = id;
        this.scope = scope;
        this.position = position;
    }

    Sums total() {
        return views.asOf(position, scope, TOTAL.formatted(of.totals, of.condition("t")))
                .param("id", id)
                .query((row, index) -> Sums.of(row))
                .single();
    }

    /** From the beginning of the first quarter of an hour with a call to the end of the last, in seconds since 1970. */
    Optional<Span> span() {
        return views.asOf(position, scope, ENDS.formatted(of.tallies, of.condition("t")))
                .param("id", id)
                .query((row, index) -> Span.ofQuarters(CallRows.number(row, "first"), CallRows.number(row, "last")))
                .single();
    }

    /**
     * What began in a stretch of time.
     *
     * @param hours of the clock that a piece is of: 1 or 24
     */
    List<Piece> in(Stretch stretch, int hours) {
        long first = stretch.firstHour();
        long end = stretch.endHour();
        if (first >= end) {
            return single(stretch, hours, stretch.from(), stretch.to());
        }
        // Where the clock is ahead by quarters of an hour too, the last quarters of an hour are in the next by the
        // clock.
        int later = Tallies.QUARTERS - stretch.quartersAhead();
        List<Piece> pieces = new ArrayList<>();
        pieces.addAll(single(stretch, hours, stretch.from(), first * Stretch.HOUR_SECONDS));
        pieces.addAll(tallied(stretch, hours, 0, later, stretch.hoursAhead()));
        if (later < Tallies.QUARTERS) {
            pieces.addAll(tallied(stretch, hours, later, Tallies.QUARTERS, stretch.hoursAhead() + 1));
        }
        pieces.addAll(single(stretch, hours, end * Stretch.HOUR_SECONDS, stretch.to()));
        return pieces;
    }

    private List<Piece> tallied(Stretch stretch, int hours, int fromQuarter, int toQuarter, long ahead) {
        String sums = Stream.of("calls", "answered", "seconds")
                .map(sum -> IntStream.range(fromQuarter, toQuarter)
                                .mapToObj(quarter -> "t." + Tallies.ofQuarter(sum, quarter))
                                .collect(Collectors.joining(" + "))
                        + " as " + sum)
                .collect(Collectors.joining(", "));
        String sql = TALLIED.formatted(of.condition("t"), of.tallies, sums, Timeline.OPEN);
        StatementSpec statement = views.asOf(position, scope, sql)
                .param("ahead", ahead)
                .param("hours", hours)
                .param("from", stretch.firstHour())
                .param("to", stretch.endHour());
        return pieces(statement, stretch, hours);
    }

    private List<Piece> single(Stretch stretch, int hours, long from, long to) {
        if (from >= to) {
            return List.of();
        }
        StatementSpec statement = views.asOf(position, scope, ENDED.formatted(of.condition("c")))
                .param("offset", stretch.offset())
                .param("unit", hours * Stretch.HOUR_SECONDS)
                .param("from", from)
                .param("to", to);
        return pieces(statement, stretch, hours);
    }

    private List<Piece> pieces(StatementSpec statement, Stretch stretch, int hours) {
        return statement
                .param("id", id)
                .query((row, index) -> {
                    long begin = row.getLong("unit") * hours * Stretch.HOUR_SECONDS - stretch.offset();
                    return new Piece(Math.max(stretch.from(), begin), Sums.of(row));
                })
                .list();
    }

    /** From a time to another, in seconds since 1970. */
    record Span(long from, long to) {
        static Optional<Span> ofQuarters(@Nullable Long first, @Nullable Long last) {
            return first == null || last == null
                    ? Optional.empty()
                    : Optional.of(new Span(first * Stretch.QUARTER_SECONDS, (last + 1) * Stretch.QUARTER_SECONDS));
        }
    }
}
