package dev.patchbay.server.axonserver;

import dev.patchbay.server.copy.CopiedLog;
import dev.patchbay.server.log.LogReader;
import dev.patchbay.server.sqlite.SqliteTables;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** A log as a table, for tests that look into it. */
public final class Mirror {

    private Mirror() {}

    /** The log as it is now. */
    public static DataSource of(LogReader log, Path directory) {
        Path made = directory.resolve("mirror-" + UUID.randomUUID());
        try (SqliteTables tables = SqliteTables.in(made);
                CopiedLog copy = tables.log()) {
            copy.add(log.after(0, Integer.MAX_VALUE));
        } catch (SQLException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + made.resolve("events.db"));
        return source;
    }
}
