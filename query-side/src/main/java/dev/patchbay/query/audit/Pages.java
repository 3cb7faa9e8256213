package dev.patchbay.query.audit;

import dev.patchbay.query.Views;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.audit.AuditEntry;
import dev.patchbay.shared.audit.AuditFilter;
import dev.patchbay.shared.audit.AuditPage;
import dev.patchbay.shared.audit.AuditQuery.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Cuts lists of entries into parts. However rare what is asked for may be, no part looks at more than a bounded number of events:
 * it then has fewer entries than it might, and says where the list goes on.
 */
@Component
final class Pages {

    private static final int EFFORT = 20_000;

    /** Of entries that must be read whole to know whether they are asked for. */
    private static final int EFFORT_OF_READING = 1_000;

    /** Entries of the lists before and after a change that a part tells; a change may have as many as it has. */
    private static final int MOST_LISTED = 10_000;

    private final Views views;
    private final AuditEntries entries;

    Pages(Views views, AuditEntries entries) {
        this.views = views;
        this.entries = entries;
    }

    AuditPage page(Candidates candidates, AuditFilter filter, Part part, Scope scope, long position) {
        List<AuditEntry> chosen = new ArrayList<>();
        int listed = 0;
        int effort = isReadWhole(filter) ? EFFORT_OF_READING : EFFORT;
        int stride = part.limit() + 1;
        Range range = Range.of(filter, part, position);
        while (range.low <= range.high) {
            for (Row row : rows(candidates, part, range, stride)) {
                Optional<AuditEntry> entry = wanted(row, filter, scope);
                if (entry.isPresent() && (chosen.size() == part.limit() || listed > MOST_LISTED)) {
                    return new AuditPage(chosen, chosen.getLast().position());
                }
                entry.ifPresent(chosen::add);
                listed += entry.map(Pages::listed).orElse(0);
            }
            Looked looked = looked(candidates, part, range, stride);
            if (looked.many < stride) {
                break;
            }
            effort -= stride;
            if (effort <= 0) {
                return new AuditPage(chosen, looked.last);
            }
            range = range.after(looked.last, part.ascending());
            stride = Math.min(2 * stride, effort);
        }
        return new AuditPage(chosen, null);
    }

    private Optional<AuditEntry> wanted(Row row, AuditFilter filter, Scope scope) {
        String text = filter.text();
        return Optional.of(row)
                .filter(any -> text == null || row.says(text.toLowerCase(Locale.ROOT)))
                .map(any -> entries.whole(row, scope))
                .filter(entry -> filter.field() == null || changes(entry, filter.field()));
    }

    private static int listed(AuditEntry entry) {
        return entry.changes().stream()
                .mapToInt(change -> size(change.before()) + size(change.after()))
                .sum();
    }

    private static int size(@Nullable Object value) {
        return value instanceof List<?> list ? list.size() : 0;
    }

    private List<Row> rows(Candidates candidates, Part part, Range range, int stride) {
        return statement(candidates, candidates.chosen(part.ascending()), range, stride)
                .query((row, index) -> Row.of(row))
                .list();
    }

    private Looked looked(Candidates candidates, Part part, Range range, int stride) {
        return statement(candidates, candidates.effort(part.ascending()), range, stride)
                .query((row, index) -> new Looked(row.getInt("looked_at"), row.getLong("last")))
                .single();
    }

    private StatementSpec statement(Candidates candidates, String sql, Range range, int stride) {
        return views.asOf(range.high, sql)
                .params(candidates.parameters())
                .param("low", range.low)
                .param("high", range.high)
                .param("stride", stride);
    }

    private static boolean isReadWhole(AuditFilter filter) {
        return filter.field() != null;
    }

    private static boolean changes(AuditEntry entry, String field) {
        return entry.changes().stream().anyMatch(change -> Objects.equals(change.field(), field));
    }

    /** Positions, both ends included. */
    private record Range(long low, long high) {

        static Range of(AuditFilter filter, Part part, long position) {
            Range whole = new Range(filter.first(), Math.min(filter.last(), position));
            return part.after() == null ? whole : whole.after(part.after(), part.ascending());
        }

        Range after(long position, boolean ascending) {
            return ascending
                    ? new Range(Math.max(low, position + 1), high)
                    : new Range(low, Math.min(high, position - 1));
        }
    }

    /** How many events were looked at, and the last of them. */
    private record Looked(int many, long last) {}
}
