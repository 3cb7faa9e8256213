package dev.patchbay.query.call;

import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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

    /**
     * The rows that are true at the position: those that are true still, and where the last one of a key began later the one before it
     * that was. However often a key changed since, two rows of it are looked at.
     */
    private static final String TRUE_THEN = """
            select %1$s from %2$s t
            where %3$s and t.valid_to = %6$d and t.valid_from <= :position
            union all
            select %1$s from %2$s last cross join %2$s t
            where %4$s and last.valid_to = %6$d and last.valid_from > :position
            and (%5$s, t.valid_to) = (%7$s, (
                select min(next.valid_to) from %2$s next
                where (%8$s) = (%7$s) and next.valid_to > :position and next.valid_to < %6$d))
            and t.valid_from <= :position
            """;

    private static final String TALLIED = """
            select (hour + :ahead) / :hours as unit, sum(calls) as calls, sum(answered) as answered, sum(seconds) as seconds
            from (%s) as shown
            group by 1 order by 1
            """;

    private static final String TOTAL = """
            select coalesce(sum(calls), 0) as calls, coalesce(sum(answered), 0) as answered,
                coalesce(sum(seconds), 0) as seconds
            from (%s) as shown
            """;

    private static final String ENDS = """
            select
                min(4 * hour + case
                    when calls_q0 > 0 then 0 when calls_q1 > 0 then 1 when calls_q2 > 0 then 2 else 3 end) as first,
                max(4 * hour + case
                    when calls_q3 > 0 then 3 when calls_q2 > 0 then 2 when calls_q1 > 0 then 1 else 0 end) as last
            from (%s) as shown
            where calls_q0 + calls_q1 + calls_q2 + calls_q3 > 0
            """;

    private static final String CALLS_OF_QUARTERS = IntStream.range(0, Tallies.QUARTERS)
            .mapToObj(quarter -> "t." + Tallies.ofQuarter("calls", quarter))
            .collect(Collectors.joining(", "));

    /** No call that was known began later than the horizon, so that hours after it need no look. */
    private static final String HOURS =
            " and %1$s.hour >= :from and %1$s.hour < min(:to, " + Horizon.KNOWN + " / 3600 + 1)";

    /** Whose calls are counted. */
    enum Of {
        NUMBER("number", "virtual_number_id", "%1$s.virtual_number_id = :id"),
        OPERATOR("operator", "operator_id, virtual_number_id", "%1$s.operator_id = :id"),
        OPERATOR_WITHIN_PROJECT(
                "operator",
                OPERATOR.key,
                "%1$s.operator_id = :id and %1$s.virtual_number_id in (" + EverVisible.NUMBERS_OF_PROJECT + ")"),
        PROJECT(
                "number",
                NUMBER.key,
                "%1$s.virtual_number_id in (" + EverVisible.NUMBERS_OF_PROJECT.replace(":project", ":id") + ")");

        private final String whose;
        private final String key;
        private final String condition;

        Of(String whose, String key, String condition) {
            this.whose = whose;
            this.key = key;
            this.condition = condition;
        }

        private String condition(String row) {
            return condition.formatted(row);
        }

        private String totals(String columns) {
            return rows("call_total_of_" + whose, columns, key, row -> "");
        }

        private String tallies(String columns) {
            return rows("call_tally_of_" + whose, columns, key + ", hour", HOURS::formatted);
        }

        private String rows(String table, String columns, String keyOfRow, UnaryOperator<String> hours) {
            return TRUE_THEN.formatted(
                    columns,
                    table,
                    condition("t") + hours.apply("t"),
                    condition("last") + hours.apply("last"),
                    of("t", keyOfRow),
                    Timeline.OPEN,
                    of("last", keyOfRow),
                    of("next", keyOfRow));
        }

        private static String of(String row, String columns) {
            return row + "." + columns.replace(", ", ", " + row + ".");
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
        return views.asOf(position, scope, TOTAL.formatted(of.totals("t.calls, t.answered, t.seconds")))
                .param("id", id)
                .query((row, index) -> Sums.of(row))
                .single();
    }

    /** From the beginning of the first quarter of an hour with a call to the end of the last, in seconds since 1970. */
    Optional<Span> span() {
        return views.asOf(position, scope, ENDS.formatted(of.tallies("t.hour, " + CALLS_OF_QUARTERS)))
                .param("id", id)
                .param("from", Long.MIN_VALUE)
                .param("to", Long.MAX_VALUE)
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
        StatementSpec statement = views.asOf(position, scope, TALLIED.formatted(of.tallies("t.hour, " + sums)))
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
