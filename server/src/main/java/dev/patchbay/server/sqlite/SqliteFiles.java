package dev.patchbay.server.sqlite;

import dev.patchbay.server.sqlite.SqliteDatabase.Durability;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The files of the embedded store, whose tables are made when they are missing. */
final class SqliteFiles {

    static final String EVENTS = "events.db";
    static final String PRIVATE = "private.db";
    static final List<String> ALL = List.of(EVENTS, PRIVATE);

    private SqliteFiles() {}

    /** The log. */
    static SqliteDatabase events(DataDirectory directory) {
        return open(directory, EVENTS, "events.sql");
    }

    /** What must not be in the log. */
    static SqliteDatabase secrets(DataDirectory directory) {
        return open(directory, PRIVATE, "private.sql");
    }

    private static SqliteDatabase open(DataDirectory directory, String file, String tables) {
        SqliteDatabase database = new SqliteDatabase(directory.file(file), Durability.EVERY_COMMIT);
        new ResourceDatabasePopulator(new ClassPathResource(tables, SqliteFiles.class)).execute(database.writer());
        return database;
    }
}
