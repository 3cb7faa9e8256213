package dev.patchbay.server.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PSQLState;
import org.springframework.core.NestedExceptionUtils;

/** The database that processes share. A connection whose other end is silent is given up by both sides within seconds. */
public final class PostgresDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 16;
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final int FIRST_ATTEMPTS = 10;

    /** What is said when there is no primary, or no answer in time, and by a database that is starting. */
    private static final Set<String> NOT_YET = Set.of(PSQLState.CONNECTION_UNABLE_TO_CONNECT.getState(), "57P03");

    /** What the database does by itself when a host is gone. */
    private static final String VIGILANCE =
            "-c tcp_user_timeout=10s -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";

    /** The same for a process that is stopped in the middle of something. */
    private static final String MANNERS =
            VIGILANCE + " -c statement_timeout=8s -c lock_timeout=8s -c idle_in_transaction_session_timeout=10s";

    /** The same for a process that is stopped while it holds a lock. */
    private static final String ATTENTION = MANNERS + " -c idle_session_timeout=";

    /** For what takes long, whatever the database does otherwise. */
    private static final String PATIENCE = VIGILANCE
            + " -c statement_timeout=0 -c lock_timeout=0 -c idle_session_timeout=0 -c idle_in_transaction_session_timeout=0";

    /** An answer may rely on a commit only if it is on the disk, whatever the database does by default. */
    private static final String DURABLE = """
            select set_config('synchronous_commit', 'on', false)
            where current_setting('synchronous_commit') in ('off', 'local')""";

    private final PostgresSettings settings;
    private final HikariDataSource pool;

    PostgresDatabase(PostgresSettings settings) {
        this.settings = settings;
        HikariConfig config = new HikariConfig();
        config.setPoolName("postgres");
        config.setDataSource(source(MANNERS, SILENCE));
        config.setConnectionInitSql(DURABLE);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECT.toMillis());
        this.pool = connected(config);
    }

    /** A pool that has connected once: on a machine where all start at once the first answer may take longer than others. */
    private static HikariDataSource connected(HikariConfig config) {
        for (int attempt = 1; ; attempt++) {
            try {
                return new HikariDataSource(config);
            } catch (PoolInitializationException e) {
                if (attempt == FIRST_ATTEMPTS || !isPassing(e.getCause())) {
                    throw e;
                }
            }
        }
    }

    /**
     * Whether it may be otherwise a moment later: nothing was said in time, there was no primary, or the database is still starting. Who
     * refuses, or does not know the user, does so at every attempt.
     */
    static boolean isPassing(@Nullable Throwable failure) {
        if (!(failure instanceof SQLException e)) {
            return false;
        }
        return e.getCause() == null
                ? NOT_YET.contains(e.getSQLState())
                : NestedExceptionUtils.getMostSpecificCause(e) instanceof SocketTimeoutException;
    }

    /** Connections for what is done soon. */
    DataSource pool() {
        return pool;
    }

    /** Whether one is open that nobody uses. */
    boolean hasIdleConnection() {
        return pool.getHikariPoolMXBean().getIdleConnections() > 0;
    }

    /** A connection of one's own, for what is done soon; to be closed. */
    Connection connect() throws SQLException {
        return connected(source(MANNERS, SILENCE));
    }

    /** A connection of one's own that is asked something again and again: the database ends it when it was not for so long. */
    Connection connectAttentively(Duration idle) throws SQLException {
        return connected(source(ATTENTION + idle.toSeconds() + "s", SILENCE));
    }

    /** A connection of one's own for what takes long; to be closed. */
    Connection connectPatiently() throws SQLException {
        return connected(source(PATIENCE, Duration.ZERO));
    }

    private static Connection connected(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute(DURABLE);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    @Override
    public void close() {
        pool.close();
    }

    private DataSource source(String options, Duration silence) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setTargetServerType("primary");
        settings.apply(source);
        source.setApplicationName("patchbay");
        source.setOptions(
                Stream.of(source.getOptions(), options).filter(Objects::nonNull).collect(Collectors.joining(" ")));
        source.setTcpKeepAlive(true);
        source.setConnectTimeout((int) CONNECT.toSeconds());
        source.setSocketTimeout((int) silence.toSeconds());
        // The details of an error are the values of a row.
        source.setLogServerErrorDetail(false);
        return source;
    }
}
