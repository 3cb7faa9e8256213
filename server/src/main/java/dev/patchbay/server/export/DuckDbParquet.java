package dev.patchbay.server.export;

import dev.patchbay.rest.export.ParquetFiles;
import dev.patchbay.server.ConditionalOnRole;
import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.shared.export.Column;
import dev.patchbay.shared.export.Dataset;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Makes Parquet with DuckDB: one thread and row groups of one size, so that the bytes follow from the rows. */
@Component
@ConditionalOnRole(Role.API)
class DuckDbParquet implements ParquetFiles, AutoCloseable {
    private static final int ROWS_IN_GROUP = 20_480;

    /** The ring order of a number with 100,000 operators, before and after a change. */
    private static final int LONGEST_LINE = 16 * 1024 * 1024;

    /** At least a line; DuckDB's own choice for long lines is more than it may take. */
    private static final int BUFFER = 2 * LONGEST_LINE;

    /** Native code holds the thread that it runs on: never one that others need, and one at a time. */
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("parquet").daemon().factory());

    private final Supplier<String> version = SingletonSupplier.of(DuckDb::version);

    @Override
    public void write(Dataset dataset, Path csv, Path parquet) throws IOException {
        Future<?> writing = thread.submit(() -> {
            copy(dataset, csv, parquet);
            return null;
        });
        try {
            writing.get();
        } catch (ExecutionException e) {
            throw new IOException("Parquet cannot be written", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Parquet is not wanted any more");
        }
    }

    @Override
    public String version() {
        return version.get();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static void copy(Dataset dataset, Path csv, Path parquet) throws SQLException {
        try (Connection memory = DuckDb.inMemory(parquet.resolveSibling(parquet.getFileName() + ".spill"));
                Statement statement = memory.createStatement()) {
            statement.execute("copy (select %s from read_csv(%s, auto_detect = false, header = true, parallel = false,"
                            .formatted(typed(dataset), DuckDb.literal(csv))
                    + " delim = ',', quote = '\"', escape = '\"', nullstr = '', allow_quoted_nulls = false,"
                    + " max_line_size = %d, buffer_size = %d, columns = {%s})) to %s (format parquet, compression zstd, row_group_size %d)"
                            .formatted(LONGEST_LINE, BUFFER, read(dataset), DuckDb.literal(parquet), ROWS_IN_GROUP));
        }
    }

    private static String read(Dataset dataset) {
        return dataset.columns().stream()
                .map(column -> "'" + column.name() + "': 'VARCHAR'")
                .collect(Collectors.joining(", "));
    }

    private static String typed(Dataset dataset) {
        return dataset.columns().stream()
                .map(column -> "cast(\"%1$s\" as %2$s) as \"%1$s\"".formatted(column.name(), type(column.type())))
                .collect(Collectors.joining(", "));
    }

    private static String type(Column.Type type) {
        return switch (type) {
            case INTEGER -> "bigint";
            case TEXT -> "varchar";
            case FLAG -> "boolean";
            case TIME -> "timestamptz";
            case INTEGERS -> "bigint[]";
            case JSON -> "json";
        };
    }
}
