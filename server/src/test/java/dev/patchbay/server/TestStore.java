package dev.patchbay.server;

import dev.patchbay.server.postgres.EmbeddedDatabases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Which store the servers of a test run on: {@code -Dpatchbay.test.store=postgres} gives each data directory a database of its own in
 * a real PostgreSQL, otherwise it is SQLite.
 */
public final class TestStore {

    private static final boolean IS_POSTGRES = "postgres".equals(System.getProperty("patchbay.test.store"));

    private TestStore() {}

    /** With what a server on a data directory is started that a test wants to have these settings. */
    static List<String> settings(Path dataDirectory, String... wanted) {
        List<String> settings = new ArrayList<>(List.of(wanted));
        if (IS_POSTGRES && settings.stream().noneMatch(setting -> setting.startsWith("patchbay.store="))) {
            settings.addAll(EmbeddedDatabases.of(dataDirectory).settings());
        }
        return settings;
    }

    /** The tables of the log. */
    public static DataSource log(Path dataDirectory) {
        if (IS_POSTGRES) {
            return EmbeddedDatabases.of(dataDirectory).connections();
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + dataDirectory.resolve("events.db"));
        return source;
    }
}
