package dev.patchbay.rest.agent.imports;

import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of agents, read row by row. A cell in quotes may have several lines; where the quotes never end, only the line in which
 * they begin is lost.
 */
final class Table {
    static final int MOST_ROWS = 100_000;
    private static final int MOST_LINES_OF_A_ROW = 20;

    private final Lines lines;
    private final Format format;
    private long number;

    Table(SeekableByteChannel file) throws InvalidTable {
        lines = new Lines(file);
        format = Format.of(lines.next().orElseThrow(InvalidTable::new));
    }

    /** How many rows a file has below its header, looked at to its end, or until there are more than {@link #MOST_ROWS}. */
    static long count(SeekableByteChannel file) throws InvalidTable {
        Table table = new Table(file);
        while (table.number <= MOST_ROWS && !table.next(1).isEmpty()) {
            // Only counted.
        }
        return table.number;
    }

    /** The next rows, not more than so many; none at the end. */
    List<Row> next(int most) throws InvalidTable {
        List<Row> rows = new ArrayList<>();
        while (rows.size() < most) {
            Optional<String> line = lines.next();
            if (line.isEmpty()) {
                break;
            }
            number++;
            rows.add(row(line.get()));
        }
        return rows;
    }

    private Row row(String first) throws InvalidTable {
        List<String> more = new ArrayList<>();
        StringBuilder text = new StringBuilder(first);
        while (Format.isOpen(text.toString()) && more.size() < MOST_LINES_OF_A_ROW) {
            Optional<String> line = lines.next();
            if (line.isEmpty()) {
                break;
            }
            more.add(line.get());
            text.append('\n').append(line.get());
        }
        Optional<List<String>> cells = format.cells(text.toString())
                .filter(found -> found.size() <= format.columns().size());
        if (cells.isEmpty()) {
            more.reversed().forEach(lines::giveBack);
        }
        return cells.map(found -> Row.of(number, format, found)).orElseGet(() -> Row.broken(number));
    }
}
