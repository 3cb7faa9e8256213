package dev.patchbay.shared.replay;

import java.util.List;
import java.util.regex.Pattern;

/**
 * In what a new table is not the old one.
 *
 * @param table as it is called in the views
 * @param onlyInOld how many rows the new one lacks
 * @param onlyInNew how many rows the old one lacks
 * @param rows which rows, by their keys, of some of them: a line each; more than a few, and what is long, is left out
 */
public record TableDifference(String table, long onlyInOld, long onlyInNew, List<String> rows) {

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final int ROWS = 10;
    private static final int LENGTH = 500;

    public TableDifference {
        rows = rows.stream()
                .limit(ROWS)
                .map(row -> Excerpt.of(LINE_BREAK.matcher(row).replaceAll(" "), LENGTH))
                .toList();
    }
}
