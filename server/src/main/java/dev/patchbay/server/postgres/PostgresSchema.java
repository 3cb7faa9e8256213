package dev.patchbay.server.postgres;

import dev.patchbay.shared.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** The tables of the log and of what is private, made by the first process that starts. */
public final class PostgresSchema {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresSchema.class);
    private static final int VERSION = 1;
    private static final Duration NOTED_DIFFERENCE = Duration.ofSeconds(1);
    private static final Duration MOST_DIFFERENCE = Duration.ofSeconds(30);

    private PostgresSchema() {}

    /** Makes what is missing. Processes that start at the same time do so one after the other. */
    static void create(PostgresDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(PostgresLocks.OF_TABLES);
            if (isMissing(statement, "log_lock")) {
                ScriptUtils.executeSqlScript(connection, new ClassPathResource("log.sql", PostgresSchema.class));
            }
            refuseOtherVersion(statement);
            refuseOtherTime(statement);
            for (Kind kind : Kind.values()) {
                if (isMissing(statement, PostgresNumbers.sequence(kind))) {
                    statement.execute("create sequence " + PostgresNumbers.sequence(kind));
                }
            }
            connection.commit();
        }
    }

    /**
     * Makes the tables that go with a log that is kept elsewhere.
     *
     * @param script makes, among others, the table {@code log_end}
     * @throws IllegalStateException when the log is in the database
     */
    public static void createBeside(PostgresDatabase database, Resource script) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(PostgresLocks.OF_TABLES);
            if (isMissing(statement, "log_end")) {
                if (is(statement, "exists (select 1 from event)")) {
                    throw new IllegalStateException("the database has a log of its own (PATCHBAY_STORE=postgres)");
                }
                ScriptUtils.executeSqlScript(connection, script);
            }
            connection.commit();
        }
    }

    /** @throws IllegalStateException when the database goes with a log that is kept elsewhere */
    static void requireLog(PostgresDatabase database) throws SQLException {
        if (isBeside(database)) {
            throw new IllegalStateException("the log is in an Axon Server (PATCHBAY_STORE=axon-server)");
        }
    }

    /** Whether the database goes with a log that is kept elsewhere. */
    static boolean isBeside(PostgresDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            return !isMissing(statement, "log_end");
        }
    }

    /** Times of the log are those of the process that decides: those of all must be about the same. */
    private static void refuseOtherTime(Statement statement) throws SQLException {
        Duration difference;
        try (ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            difference = Duration.between(row.getObject(1, OffsetDateTime.class).toInstant(), Instant.now())
                    .abs();
        }
        if (difference.compareTo(MOST_DIFFERENCE) > 0) {
            throw new IllegalStateException(
                    "the clocks of this machine and of the database differ by " + difference.toSeconds() + " seconds");
        }
        if (difference.compareTo(NOTED_DIFFERENCE) > 0) {
            LOG.warn("the clocks of this machine and of the database differ by {} ms", difference.toMillis());
        }
    }

    /** Whether there is no log. */
    static boolean isMissing(PostgresDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            return isMissing(statement, "log_lock");
        }
    }

    private static boolean isMissing(Statement statement, String name) throws SQLException {
        return is(statement, "to_regclass('" + name + "') is null");
    }

    private static boolean is(Statement statement, String condition) throws SQLException {
        try (ResultSet row = statement.executeQuery("select " + condition)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void refuseOtherVersion(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select version from log_lock")) {
            row.next();
            if (row.getInt(1) != VERSION) {
                throw new IllegalStateException("the tables in the database are of version " + row.getInt(1)
                        + ", this Patchbay knows version " + VERSION);
            }
        }
    }
}
