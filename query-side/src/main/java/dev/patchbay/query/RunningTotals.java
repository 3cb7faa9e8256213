package dev.patchbay.query;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table of sums by key whose rows are never overwritten, so that every sum can be read as of any position. */
public final class RunningTotals {

    private final WritingStatements writing;
    private final String closing;
    private final String beginning;
    private final String succession;

    RunningTotals(WritingStatements writing, String table, List<String> key, List<String> sums) {
        this.writing = writing;
        String ofKey = key.stream().map(column -> column + " = ? and ").collect(Collectors.joining());
        String columns = String.join(", ", key) + ", " + String.join(", ", sums);
        String insertion = "insert into " + table + " (valid_to, valid_from, " + columns + ") ";
        this.closing = "update " + table + " set valid_to = ? where " + ofKey + "valid_to = " + Timeline.OPEN;
        this.beginning = insertion + "values (" + Timeline.OPEN + ", ?" + ", ?".repeat(key.size() + sums.size()) + ")";
        this.succession = insertion + "select " + Timeline.OPEN + ", ?, " + String.join(", ", key)
                + sums.stream().map(sum -> ", " + sum + " + ?").collect(Collectors.joining()) + " from " + table
                + " where " + ofKey + "valid_to = ?";
    }

    /** Adds to the sums of a key, which begin at zero; at most once for each key and position. */
    public void add(Recorded recorded, List<Long> key, List<Long> amounts) {
        List<Long> position = List.of(recorded.position());
        if (writing.update(closing, joined(Stream.of(position, key))) == 0) {
            writing.update(beginning, joined(Stream.of(position, key, amounts)));
        } else {
            writing.update(succession, joined(Stream.of(position, amounts, key, position)));
        }
    }

    private static Object[] joined(Stream<List<Long>> parts) {
        return parts.flatMap(List::stream).toArray();
    }
}
