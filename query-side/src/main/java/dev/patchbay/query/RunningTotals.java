package dev.patchbay.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * A table of sums by key whose rows are never overwritten, so that every sum can be read as of any position. A row that begins in
 * a transaction is written when it is over, or at the end of the transaction. The last row of a key is always one that is still true.
 */
public final class RunningTotals {

    private final WritingStatements writing;
    private final String closing;
    private final String ended;
    private final String last;
    private final String next;
    private final String cutting;
    private final String raising;
    private final String insertion;
    private final List<Long> nothing;
    private final RowMapper<List<Long>> sums;
    private final DuringTransaction<Map<List<Long>, Begun>> begun =
            new DuringTransaction<>(LinkedHashMap::new, this::writeOpen);

    RunningTotals(WritingStatements writing, String table, List<String> key, List<String> sums) {
        this.writing = writing;
        String ofKey = key.stream().map(column -> column + " = ? and ").collect(Collectors.joining());
        String columns = String.join(", ", key) + ", " + String.join(", ", sums);
        String ofTable = " from " + table + " where " + ofKey;
        this.closing = "update " + table + " set valid_to = ? where " + ofKey + "valid_to = " + Timeline.OPEN
                + " and valid_from < ?";
        this.last = "select valid_from" + ofTable + "valid_to = " + Timeline.OPEN;
        this.next = "select min(valid_from)" + ofTable + "valid_from > ?";
        this.cutting = "update " + table + " set valid_to = ? where " + ofKey + "valid_from < ? and valid_to > ?";
        this.raising = "update " + table + " set "
                + sums.stream().map(sum -> sum + " = " + sum + " + ?").collect(Collectors.joining(", ")) + " where "
                + ofKey + "valid_from > ?";
        this.ended = "select " + String.join(", ", sums) + ofTable + "valid_to = ?";
        this.insertion = "insert into " + table + " (valid_to, valid_from, " + columns + ") values (?, ?"
                + ", ?".repeat(key.size() + sums.size()) + ")";
        this.nothing = Collections.nCopies(sums.size(), 0L);
        this.sums = (row, index) -> {
            List<Long> values = new ArrayList<>();
            for (int column = 1; column <= sums.size(); column++) {
                values.add(row.getLong(column));
            }
            return values;
        };
    }

    /**
     * Adds to the sums of a key, which begin at zero; at most once for each key and position. What is added before a row that is
     * there already, because an event was parked, is added to all later rows too.
     */
    public void add(Recorded recorded, List<Long> key, List<Long> amounts) {
        Map<List<Long>, Begun> open = begun.get();
        Begun before = open.get(key);
        if (before != null) {
            write(recorded.position(), key, before);
        }
        List<Long> sums = before != null ? before.sums : end(recorded.position(), key);
        if (sums == null) {
            addBefore(recorded.position(), key, amounts);
        } else {
            open.put(key, new Begun(recorded.position(), plus(sums, amounts)));
        }
    }

    /** Ends the row that was written by an earlier transaction, if there is one; answers its sums, null when that row is later. */
    private @Nullable List<Long> end(long position, List<Long> key) {
        if (writing.update(closing, joined(List.of(position), key, List.of(position))) == 0) {
            List<Long> begin = writing.query(last, (row, index) -> row.getLong(1), key.toArray());
            if (begin.contains(position)) {
                throw new IllegalStateException(
                        "the sums of " + key + " at position " + position + " are there already");
            }
            return begin.isEmpty() ? nothing : null;
        }
        return writing.query(ended, sums, joined(key, List.of(position))).getFirst();
    }

    private void addBefore(long position, List<Long> key, List<Long> amounts) {
        long later = writing.query(next, (row, index) -> row.getLong(1), joined(key, List.of(position)))
                .getFirst();
        boolean isCut = writing.update(cutting, joined(List.of(position), key, List.of(position, position))) > 0;
        List<Long> sums = isCut
                ? writing.query(ended, this.sums, joined(key, List.of(position)))
                        .getFirst()
                : nothing;
        writing.update(raising, joined(amounts, key, List.of(position)));
        write(later, key, new Begun(position, plus(sums, amounts)));
    }

    private void writeOpen(Map<List<Long>, Begun> open) {
        open.forEach((key, row) -> write(Timeline.OPEN, key, row));
    }

    private void write(long end, List<Long> key, Begun row) {
        writing.update(insertion, joined(List.of(end, row.position), key, row.sums));
    }

    private static List<Long> plus(List<Long> sums, List<Long> amounts) {
        List<Long> both = new ArrayList<>(sums);
        for (int sum = 0; sum < both.size(); sum++) {
            both.set(sum, sums.get(sum) + amounts.get(sum));
        }
        return both;
    }

    @SafeVarargs
    private static Object[] joined(List<Long>... parts) {
        List<Object> all = new ArrayList<>();
        for (List<Long> part : parts) {
            all.addAll(part);
        }
        return all.toArray();
    }

    /** A row that is true from the position on. */
    private record Begun(long position, List<Long> sums) {}
}
