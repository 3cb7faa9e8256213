package dev.patchbay.server.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection by which a process appends. Whoever has begun a transaction with it holds the end of the log until it is over, and what
 * is seen of other streams then stays so; everybody else waits.
 */
public final class AppendConnection {

    static final String LOCK = "select version from log_lock for update";

    private static final Logger LOG = LoggerFactory.getLogger(AppendConnection.class);

    private final PostgresDatabase database;
    private @Nullable Connection connection;

    public AppendConnection(PostgresDatabase database) {
        this.database = database;
    }

    /** The connection, at the beginning of a transaction that holds the lock; one that was found broken is replaced. */
    public Connection locked() throws SQLException {
        Connection open = opened();
        try {
            lock(open);
            return open;
        } catch (SQLException e) {
            if (!isOfTheConnection(e)) {
                throw e;
            }
            LOG.debug("the connection was cut while nobody needed it", e);
            disconnect();
            Connection another = opened();
            lock(another);
            return another;
        }
    }

    /** The connection, outside of a transaction or within one. */
    Connection opened() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = database.connect();
            connection = open;
            open.setAutoCommit(false);
            open.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
        return open;
    }

    /** Gives up the connection; what was not committed is rolled back, and the next call opens another. */
    public void disconnect() {
        Connection broken = connection;
        connection = null;
        if (broken != null) {
            try {
                broken.close();
            } catch (SQLException e) {
                LOG.debug("a broken connection could not be closed in order", e);
            }
        }
    }

    private static void lock(Connection open) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute(LOCK);
        }
    }

    /** Whether the other end is gone: SQL's class of connection exceptions, and what PostgreSQL says when it ends a session. */
    private static boolean isOfTheConnection(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }
}
