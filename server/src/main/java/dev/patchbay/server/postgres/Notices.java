package dev.patchbay.server.postgres;

import dev.patchbay.server.Duty;
import dev.patchbay.server.log.Log;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of what other processes append, at their commits, and takes the duty when nobody has it, if it may. Both hang on one
 * connection: who cannot hear loses the duty too, and within seconds another process has it.
 */
public final class Notices implements Duty, AutoCloseable {

    static final String LOCK = "duty";

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final Duration LOOK_UP = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final PostgresDatabase database;
    private final Log log;
    private final Continuity continuity;
    private final String channel;
    private final LookUp end;
    private final boolean maySeeToDuties;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread listener =
            Thread.ofPlatform().name("log-notices").daemon().unstarted(this::listenUntilClosed);
    private volatile boolean mine;
    private volatile boolean away;
    /** What was said of the last failure; only the listening thread knows. */
    private String told = "";

    /** Looks up the end of the log, in case a notice was lost. */
    @FunctionalInterface
    public interface LookUp {
        /** A position that the log has reached, as the database knows it. */
        long position(Connection connection) throws SQLException;
    }

    Notices(
            PostgresDatabase database,
            Log log,
            Continuity continuity,
            String channel,
            LookUp end,
            boolean maySeeToDuties) {
        this.database = database;
        this.log = log;
        this.continuity = continuity;
        this.channel = channel;
        this.end = end;
        this.maySeeToDuties = maySeeToDuties;
        listener.start();
    }

    /** On which channel processes tell each other that they have appended; those of another log have another. */
    public static String channel(PostgresDatabase database) throws SQLException {
        try (Connection connection = database.pool().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select 'patchbay_' || 'event'::regclass::oid")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Whether the database was not there when it was looked for last. */
    boolean areMissing() {
        return away;
    }

    @Override
    public boolean isMine() {
        return mine;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void onTaken(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listener.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listenUntilClosed() {
        while (closed.getCount() > 0) {
            boolean wasThere = false;
            try (Connection connection = database.connectAttentively(IDLE)) {
                wasThere = true;
                listen(connection);
            } catch (Exception | Error e) { // Who leaves here never comes back.
                if (!told.equals(e.toString())) {
                    LOG.warn("the database is not heard: {}", e.toString());
                    told = e.toString();
                }
                away = !wasThere;
            } finally {
                mine = false;
            }
            awaitNextTry();
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, (int) SILENCE.toMillis());
        PGConnection notified = connection.unwrap(PGConnection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + channel);
            while (closed.getCount() > 0) {
                log.reached(end.position(connection));
                if (away || !told.isEmpty()) {
                    LOG.info("the database is heard again");
                    away = false;
                    told = "";
                    log.wake();
                }
                takeDuty(statement);
                hear(notified);
            }
        }
    }

    /** Until it is time to look up the end again, in case a notice was lost. */
    private void hear(PGConnection notified) throws SQLException {
        long next = System.nanoTime() + LOOK_UP.toNanos();
        long left = LOOK_UP.toMillis();
        while (left > 0) {
            for (PGNotification notification : notified.getNotifications((int) left)) {
                hear(Notice.parse(notification.getParameter()));
            }
            left = TimeUnit.NANOSECONDS.toMillis(next - System.nanoTime());
        }
    }

    private void hear(Notice notice) {
        continuity.seen(notice.position(), notice.eventId());
        log.reached(notice.position());
    }

    private void takeDuty(Statement statement) throws SQLException {
        if (mine || !maySeeToDuties) {
            return;
        }
        mine = PostgresLocks.takeIfFree(statement, LOCK);
        if (mine) {
            LOG.info("this process is on duty: it sends mail, looks up domains and decides on replays");
            listeners.forEach(Runnable::run);
        }
    }

    private void awaitNextTry() {
        try {
            boolean unused = closed.await(LOOK_UP.toMillis() / 2, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
