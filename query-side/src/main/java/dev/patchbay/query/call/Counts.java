package dev.patchbay.query.call;

import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The counted calls of something, as of a position: from the tallies of quarters of an hour where those are whole, from the calls
 * themselves at the ends.
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

    /** Of the rows not yet over at the position most are still true, and those are found by their quarter. */
    private static final String TALLIED = """
            select (quarter * 900 + :offset) / :unit as unit,
                sum(calls) as calls, sum(answered) as answered, sum(seconds) as seconds
            from (
                select t.quarter, t.calls, t.answered, t.seconds from %2$s t
                where %1$s and t.valid_to = %3$d and t.quarter >= :from and t.quarter < :to
                and t.valid_from <= :position
                union all
                select t.quarter, t.calls, t.answered, t.seconds from %2$s t
                where %1$s and t.valid_to > :position and t.valid_to < %3$d and t.quarter >= :from and t.quarter < :to
                and t.valid_from <= :position) as shown
            group by 1 order by 1
            """;

    private static final String TOTAL = """
            select coalesce(sum(t.calls), 0) as calls, coalesce(sum(t.answered), 0) as answered,
                coalesce(sum(t.seconds), 0) as seconds
            from %s t where %s and t.valid_from <= :position and :position < t.valid_to
            """;

    private static final String ENDS = """
            select min(quarter) as first, max(quarter) as last from %s t
            where %s and t.valid_from <= :position and :position < t.valid_to and t.calls > 0
            """;

    /** Whose calls are counted. */
    enum Of {
        NUMBER("call_tally_of_number", "call_total_of_number", "virtual_number_id = :id"),
        OPERATOR("call_tally_of_operator", "call_total_of_operator", "operator_id = :id"),
        PROJECT(
                "call_tally_of_number",
                "call_total_of_number",
                "virtual_number_id in (" + EverVisible.NUMBERS_OF_PROJECT.replace(":project", ":id") + ")");

        private final String tallies;
        private final String totals;
        private final String condition;

        Of(String tallies, String totals, String condition) {
            this.tallies = tallies;
            this.totals = totals;
            this.condition = condition;
        }
    }

    /** Some calls that began in the same hour or day, by the clock. */
    record Piece(long begin, Sums sums) {}

    private final Views views;
    private final Of of;
    private final long id;
    private final long position;

    Counts(Views views, Of of, long id, long position) {
        this.views = views;
        this.of = of;
        this.id = id;
        this.position = position;
    }

    Sums total() {
        return views.asOf(position, TOTAL.formatted(of.totals, "t." + of.condition))
                .param("id", id)
                .query((row, index) -> Sums.of(row))
                .single();
    }

    /** From the beginning of the first quarter of an hour with a call to the end of the last, in seconds since 1970. */
    Optional<Span> span() {
        return views.asOf(position, ENDS.formatted(of.tallies, "t." + of.condition))
                .param("id", id)
                .query((row, index) -> Span.of(CallRows.number(row, "first"), CallRows.number(row, "last")))
                .single();
    }

    /** What began in a stretch of time, in ascending order within each kind of source. */
    List<Piece> in(Stretch stretch, long unit) {
        long first = stretch.firstQuarter();
        long end = stretch.endQuarter();
        if (first >= end) {
            return read(ENDED, "c.", stretch, unit, stretch.from(), stretch.to());
        }
        List<Piece> pieces = new ArrayList<>();
        pieces.addAll(single(stretch, unit, stretch.from(), first * Counted.QUARTER_SECONDS));
        pieces.addAll(read(TALLIED, "t.", stretch, unit, first, end));
        pieces.addAll(single(stretch, unit, end * Counted.QUARTER_SECONDS, stretch.to()));
        return pieces;
    }

    private List<Piece> single(Stretch stretch, long unit, long from, long to) {
        return from < to ? read(ENDED, "c.", stretch, unit, from, to) : List.of();
    }

    private List<Piece> read(String sql, String row, Stretch stretch, long unit, long from, long to) {
        return views.asOf(position, sql.formatted(row + of.condition, of.tallies, Timeline.OPEN))
                .param("id", id)
                .param("offset", stretch.offset())
                .param("unit", unit)
                .param("from", from)
                .param("to", to)
                .query((found, index) -> new Piece(
                        Math.max(stretch.from(), found.getLong("unit") * unit - stretch.offset()), Sums.of(found)))
                .list();
    }

    /** From a time to another, in seconds since 1970. */
    record Span(long from, long to) {
        static Optional<Span> of(@Nullable Long firstQuarter, @Nullable Long lastQuarter) {
            return firstQuarter == null || lastQuarter == null
                    ? Optional.empty()
                    : Optional.of(new Span(
                            firstQuarter * Counted.QUARTER_SECONDS, (lastQuarter + 1) * Counted.QUARTER_SECONDS));
        }
    }
}
