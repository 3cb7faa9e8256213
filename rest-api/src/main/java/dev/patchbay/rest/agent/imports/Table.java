package dev.patchbay.rest.agent.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of agents, read row by row. A cell in quotes may have several lines; where the quotes never end, only the line in which
 * they begin is lost.
 */
final class Table implements AutoCloseable {
    private static final int MOST_LINES_OF_A_ROW = 20;

    private final Lines lines;
    private final Format format;
    private long number;

    Table(Path file) throws InvalidTable {
        try {
            lines = new Lines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            format = Format.of(lines.next().orElseThrow(InvalidTable::new));
        } catch (InvalidTable e) {
            lines.close();
            throw e;
        }
    }

    /** How many rows a file has below its header, looked at to its end. */
    static long count(Path file) throws InvalidTable {
        try (Table table = new Table(file)) {
            while (!table.next(1000).isEmpty()) {
                // Only counted.
            }
            return table.number;
        }
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

    @Override
    public void close() {
        lines.close();
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
