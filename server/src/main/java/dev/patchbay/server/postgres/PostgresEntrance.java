package dev.patchbay.server.postgres;

import dev.patchbay.server.Entrance;
import dev.patchbay.server.Patience;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lock of the database, held by a connection of its own. */
final class PostgresEntrance implements Entrance, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresEntrance.class);
    static final String LOCK = "entrance";

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
    /** Who is stopped inside keeps the others no longer; views may be built meanwhile, so who is inside says so now and then. */
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final PostgresDatabase database;
    private @Nullable Connection inside;

    PostgresEntrance(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public void enter() {
        if (isInside()) {
            return;
        }
        LOG.info("another process is starting, this one goes on afterwards");
        try (Patience others = new Patience()) {
            while (!isInside()) {
                others.take(BETWEEN_TRIES);
            }
        }
    }

    /** A process that waits holds nothing, so that it can be stopped and keeps nobody. */
    private synchronized boolean isInside() {
        try {
            Connection connection = inside;
            if (connection == null) {
                connection = database.connectAttentively(IDLE);
                inside = connection;
            }
            try (Statement statement = connection.createStatement()) {
                return PostgresLocks.takeIfFree(statement, LOCK);
            }
        } catch (SQLException e) {
            leave();
            throw new IllegalStateException("the database cannot be locked: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void leave() {
        Connection leaving = inside;
        inside = null;
        if (leaving != null) {
            try {
                leaving.close();
            } catch (SQLException e) {
                LOG.debug("the connection that held the lock could not be closed in order", e);
            }
        }
    }

    @Override
    public void close() {
        leave();
    }
}
