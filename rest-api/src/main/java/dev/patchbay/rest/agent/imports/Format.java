package dev.patchbay.rest.agent.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a table is written.
 *
 * @param separator what stands between cells
 * @param columns the names of the columns, in lower case
 */
record Format(char separator, List<String> columns) {
    static final List<String> REQUIRED = List.of("first_name", "last_name", "email", "roles");
    static final String TEAMS = "teams";
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    Format {
        columns = List.copyOf(columns);
    }

    /** The format that a header shows: that of the separator with which it has all columns that are needed. */
    static Format of(String header) throws InvalidTable {
        for (char separator : SEPARATORS) {
            List<String> columns = cells(header, separator).orElse(List.of()).stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
            if (columns.containsAll(REQUIRED)) {
                return new Format(separator, columns);
            }
        }
        throw new InvalidTable();
    }

    /** The cells of a row; empty when its quotes are not what they must be, or it is several rows. */
    Optional<List<String>> cells(String row) {
        return cells(row, separator);
    }

    private static Optional<List<String>> cells(String row, char separator) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .acceptCharsAfterQuotes(false)
                .ofCsvRecord(row)) {
            List<CsvRecord> records = reader.stream().toList();
            return records.size() == 1 && !isOpen(row)
                    ? Optional.of(records.getFirst().getFields())
                    : Optional.empty();
        } catch (CsvParseException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a text ends within quotes. */
    static boolean isOpen(String text) {
        return text.chars().filter(character -> character == '"').count() % 2 == 1;
    }
}
