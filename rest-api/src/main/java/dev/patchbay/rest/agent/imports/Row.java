package dev.patchbay.rest.agent.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A row of a table of agents.
 *
 * @param number from 1, the header not counted
 * @param cells by the names of their columns, without blanks around them; none when the row is not what a row must be
 */
record Row(long number, Map<String, String> cells) {

    Row {
        cells = Map.copyOf(cells);
    }

    static Row of(long number, Format format, List<String> cells) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < Math.min(cells.size(), format.columns().size()); i++) {
            named.putIfAbsent(format.columns().get(i), cells.get(i).strip());
        }
        return new Row(number, named);
    }

    static Row broken(long number) {
        return new Row(number, Map.of());
    }

    boolean isBroken() {
        return cells.isEmpty();
    }

    String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    /** What a cell lists, with commas between. */
    List<String> list(String column) {
        return Stream.of(cell(column).split(",", 0))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** The columns that must say something and do not. */
    List<String> missing() {
        return Format.REQUIRED.stream().filter(column -> cell(column).isEmpty()).toList();
    }
}
