package dev.patchbay.server.terminal;

import dev.patchbay.server.export.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A DuckDB file that is being made. */
final class DuckDbFile implements AutoCloseable {
    private final Connection connection;

    DuckDbFile(Path file) throws SQLException {
        try {
            this.connection = DuckDb.in(file);
        } catch (LinkageError e) {
            throw Failure.unsupported(e);
        }
    }

    /** Whether DuckDB takes a path as it is: it cuts settings off, and looks for files that match. */
    static boolean isTaken(Path path) {
        return path.toString().chars().noneMatch(character -> ";*?[".indexOf(character) >= 0);
    }

    /** Makes a table of a Parquet file, which is gone then; how many rows it has. */
    long load(String table, Path parquet) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            long rows = statement.executeLargeUpdate(
                    "create table " + table + " as select * from read_parquet(" + DuckDb.literal(parquet) + ")");
            Files.delete(parquet);
            return rows;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
