package dev.patchbay.server.export;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ways into DuckDB, which takes little memory here and never looks for extensions elsewhere. */
public final class DuckDb {
    private static final String MEMORY = "256MB";

    private static final Logger LOG = LoggerFactory.getLogger(DuckDb.class);

    private DuckDb() {}

    /** A database that is gone when it is closed; what does not fit into memory goes to a directory, which goes with it. */
    static Connection inMemory(Path spill) throws SQLException {
        Properties settings = settings();
        settings.setProperty("threads", "1");
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("temp_directory", spill.toString());
        return DriverManager.getConnection("jdbc:duckdb:", settings);
    }

    /** Of the library that is loaded; the same everywhere where none can be, and nothing be written. */
    static String version() {
        try (Connection memory = DriverManager.getConnection("jdbc:duckdb:", settings());
                Statement statement = memory.createStatement();
                ResultSet row = statement.executeQuery("select library_version from pragma_version()")) {
            row.next();
            return row.getString(1);
        } catch (SQLException | LinkageError e) {
            LOG.warn("Parquet cannot be written here", e);
            return "none";
        }
    }

    /** The database in a file, made when it is missing. */
    public static Connection in(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:" + file, settings());
    }

    /** A path as a text of SQL. */
    public static String literal(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        return settings;
    }
}
