package dev.patchbay.rest.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.patchbay.rest.answer.Json;
import dev.patchbay.rest.answer.Problem;
import dev.patchbay.shared.export.Column;
import dev.patchbay.shared.export.Dataset;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an export is written in. */
enum Format {
    /** A JSON object on each line. */
    NDJSON("application/x-ndjson") {
        @Override
        String head(Dataset dataset) {
            return "";
        }

        @Override
        String lines(List<ExportRow> rows) {
            return rows.stream().map(row -> Json.write(row.object()) + "\n").collect(Collectors.joining());
        }
    },
    /** RFC 4180 with a line of names; a missing value is empty, an empty text is two quotes. */
    CSV("text/csv;charset=UTF-8") {
        @Override
        String head(Dataset dataset) {
            return records(List.of(dataset.columns().stream().map(Column::name).toList()));
        }

        @Override
        String lines(List<ExportRow> rows) {
            return records(rows.stream()
                    .map(row -> row.values().stream().map(Format::text).toList())
                    .toList());
        }
    },
    /** What columns are is part of the file, which must be whole before any of it is sent. It is made of CSV. */
    PARQUET("application/vnd.apache.parquet") {
        @Override
        String head(Dataset dataset) {
            return CSV.head(dataset);
        }

        @Override
        String lines(List<ExportRow> rows) {
            return CSV.lines(rows);
        }
    };

    private final String type;

    Format(String type) {
        this.type = type;
    }

    static Format of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.parameter("format must be one of "
                        + Arrays.stream(values()).map(Format::word).collect(Collectors.joining(", "))));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String type() {
        return type;
    }

    /** What comes before the first row. */
    abstract String head(Dataset dataset);

    abstract String lines(List<ExportRow> rows);

    /** A value of a table as text; what is none of JSON's plain values is JSON. */
    static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default -> Json.write(value);
        };
    }

    private static String records(List<List<@Nullable String>> records) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.EMPTY)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            records.forEach(record -> writer.writeRecord(record));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return text.toString();
    }
}
