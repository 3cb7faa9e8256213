package dev.patchbay.server.postgres;

import dev.patchbay.server.copy.CopiedLog;
import dev.patchbay.server.copy.CopiedTable;
import dev.patchbay.server.copy.Tables;
import dev.patchbay.shared.Kind;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables of a database that no server uses: whoever starts meanwhile waits. */
public final class PostgresTables implements Tables {

    private static final int SECONDS_TO_ANSWER = 5;

    private final PostgresDatabase database;
    private final Connection lock;

    private PostgresTables(PostgresDatabase database, Connection lock) {
        this.database = database;
        this.lock = lock;
    }

    /**
     * Those of a database that has a log.
     *
     * @throws IOException when it has none, or servers use it
     */
    public static PostgresTables existing(String url, String user, String password) throws SQLException, IOException {
        return withLog(opened(url, user, password, false));
    }

    /**
     * Those of a database, made when they are missing.
     *
     * @throws IOException when servers use it
     */
    public static PostgresTables in(String url, String user, String password) throws SQLException, IOException {
        return withLog(opened(url, user, password, true));
    }

    /**
     * Those of a database that goes with a log that is kept elsewhere, made when they are missing.
     *
     * @throws IOException when servers use it
     */
    public static PostgresTables beside(String url, String user, String password) throws SQLException, IOException {
        return opened(url, user, password, true);
    }

    /**
     * Those of a database that goes with a log that is kept elsewhere, as servers have left them.
     *
     * @throws IOException when it goes with none, or servers use it
     */
    public static PostgresTables existingBeside(String url, String user, String password)
            throws SQLException, IOException {
        PostgresTables tables = opened(url, user, password, false);
        try {
            if (!PostgresSchema.isBeside(tables.database)) {
                throw new IOException("the database has no notes of a log in an Axon Server");
            }
            return tables;
        } catch (SQLException | IOException | RuntimeException e) {
            tables.close();
            throw e;
        }
    }

    private static PostgresTables withLog(PostgresTables tables) throws SQLException {
        try {
            PostgresSchema.requireLog(tables.database);
            return tables;
        } catch (SQLException | RuntimeException e) {
            tables.close();
            throw e;
        }
    }

    /** The database. */
    public PostgresDatabase database() {
        return database;
    }

    private static PostgresTables opened(String url, String user, String password, boolean made)
            throws SQLException, IOException {
        PostgresDatabase database = new PostgresDatabase(new PostgresSettings(url, user, password));
        try {
            if (made) {
                PostgresSchema.create(database);
            } else if (PostgresSchema.isMissing(database)) {
                throw new IOException("there is no log in the database");
            }
            return new PostgresTables(database, locked(database));
        } catch (SQLException | IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Connection locked(PostgresDatabase database) throws SQLException, IOException {
        Connection connection = database.connectPatiently();
        try (Statement statement = connection.createStatement()) {
            if (PostgresLocks.takeIfFree(statement, PostgresEntrance.LOCK)
                    && PostgresLocks.takeIfFree(statement, Notices.LOCK)) {
                return connection;
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        throw new IOException("servers use the database");
    }

    @Override
    public CopiedLog log() throws SQLException {
        return new CopiedTable(
                database.connectPatiently(),
                PostgresTables::begin,
                log -> complete(log, "event where sequence = 0 and"));
    }

    @Override
    public Connection secrets() throws SQLException {
        return database.connectPatiently();
    }

    private static void begin(Connection log) throws SQLException {
        try (Statement statement = log.createStatement()) {
            statement.execute(AppendConnection.LOCK);
        }
    }

    /**
     * Numbers go on after those of the log.
     *
     * @param streams the table that has every stream once, and the beginning of a condition
     */
    public void complete(Connection log, String streams) throws SQLException {
        if (!lock.isValid(SECONDS_TO_ANSWER)) {
            throw new SQLException("the lock that keeps servers away was lost");
        }
        try (PreparedStatement advance =
                log.prepareStatement("select setval(?::regclass, max(substring(stream from '[0-9]+$')::bigint)) from "
                        + streams + " stream ~ ? having count(*) > 0")) {
            for (Kind kind : Kind.values()) {
                advance.setString(1, PostgresNumbers.sequence(kind));
                advance.setString(2, "^" + kind.word() + "-[0-9]+$");
                advance.execute();
            }
        }
    }

    @Override
    public void close() {
        try (database;
                lock) {
            // Closed in the end, the lock first.
        } catch (SQLException e) {
            throw new IllegalStateException("the lock of the database cannot be given back", e);
        }
    }
}
