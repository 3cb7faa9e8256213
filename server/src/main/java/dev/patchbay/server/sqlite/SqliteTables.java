package dev.patchbay.server.sqlite;

import dev.patchbay.server.copy.CopiedLog;
import dev.patchbay.server.copy.CopiedTable;
import dev.patchbay.server.copy.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The files of a data directory, which is locked meanwhile. */
public final class SqliteTables implements Tables {

    private final DataDirectory directory;
    private final SqliteDatabase events;
    private final SqliteDatabase secrets;

    private SqliteTables(Path path) {
        this.directory = new DataDirectory(path);
        this.events = SqliteFiles.events(directory);
        this.secrets = SqliteFiles.secrets(directory);
    }

    /** Those of a directory that has a log. */
    public static SqliteTables existing(Path path) throws IOException {
        for (String file : SqliteFiles.ALL) {
            if (!Files.isRegularFile(path.resolve(file))) {
                throw new IOException("there is no " + file + " in " + path);
            }
        }
        return new SqliteTables(path);
    }

    /** Those of a directory that may have none yet. */
    public static SqliteTables in(Path path) {
        return new SqliteTables(path);
    }

    @Override
    public CopiedLog log() throws SQLException {
        // The lock of the directory keeps everybody else away, and nothing is derived.
        return new CopiedTable(events.writer().getConnection(), connection -> {}, connection -> {});
    }

    @Override
    public Connection secrets() throws SQLException {
        return secrets.writer().getConnection();
    }

    @Override
    public void close() throws IOException {
        try (directory;
                events;
                secrets) {
            // Closed in the end, the lock last.
        }
    }
}
