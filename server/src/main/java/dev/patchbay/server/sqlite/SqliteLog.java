package dev.patchbay.server.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only writer of the log: appends that arrive while the disk is busy share the next transaction, hence the next sync,
 * and are answered only after it. Each append is stored whole or not at all, whatever happens to its neighbours, and
 * positions are 1, 2, 3, ... without holes.
 */
public final class SqliteLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteLog.class);
    private static final int LARGEST_GROUP = 512;
    private static final String INSERT = """
            INSERT INTO event (position, stream, sequence, aggregate_type, event_id, recorded_at, payload_type,
                               payload_revision, payload, metadata)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final DataSource dataSource;
    private final BlockingQueue<Append> queue = new LinkedBlockingQueue<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Thread writer = Thread.ofPlatform().name("log-writer").unstarted(this::writeUntilClosed);
    private volatile long head;
    private volatile boolean closed;
    private Instant lastRecordedAt = Instant.EPOCH;
    private @Nullable Connection connection;

    /** Events that belong in the log together, and the one who waits for them. */
    private record Append(List<StoredEvent> events, CompletableFuture<Void> stored) {}

    /** A first look at the log must succeed; later faults refuse appends until they pass. */
    public SqliteLog(DataSource dataSource) throws SQLException {
        this.dataSource = dataSource;
        connect();
        writer.start();
    }

    /** The position of the last event, 0 when there is none. */
    public long head() {
        return head;
    }

    /** Has the runnable called, quickly and on the writer's thread, whenever there are new events. */
    public Runnable onAppend(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Returns once the events are on the disk.
     *
     * @throws LogConflict when one of them has a place in its stream that is taken
     * @throws LogUnavailable when the log cannot be written; nothing of it is stored then, as far as one can know
     */
    public void append(List<StoredEvent> events) {
        Append append = new Append(List.copyOf(events), new CompletableFuture<>());
        queue.add(append);
        if (closed && queue.remove(append)) {
            throw new LogUnavailable("the log is closed", null);
        }
        try {
            append.stored.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LogConflict conflict) {
                throw conflict;
            }
            throw new LogUnavailable("the log cannot be written: " + e.getMessage(), e.getCause());
        }
    }

    /** Stores what was asked for so far, then refuses. */
    @Override
    public void close() {
        closed = true;
        writer.interrupt();
        try {
            writer.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        disconnect();
    }

    private void writeUntilClosed() {
        while (!closed || !queue.isEmpty()) {
            List<Append> group = nextGroup();
            if (!group.isEmpty()) {
                write(group);
            }
        }
    }

    private List<Append> nextGroup() {
        List<Append> group = new ArrayList<>();
        try {
            Append first = closed ? queue.poll() : queue.take();
            if (first != null) {
                group.add(first);
                queue.drainTo(group, LARGEST_GROUP - 1);
            }
        } catch (InterruptedException e) {
            LOG.debug("woken to close");
        }
        return group;
    }

    private void write(List<Append> group) {
        List<Append> stored = new ArrayList<>(group.size());
        try {
            Connection open = connection == null ? connect() : connection;
            long position = head;
            try (PreparedStatement insert = open.prepareStatement(INSERT);
                    Statement transaction = open.createStatement()) {
                transaction.execute("BEGIN IMMEDIATE");
                for (Append append : group) {
                    transaction.execute("SAVEPOINT append");
                    if (insertAll(insert, append, position)) {
                        position += append.events.size();
                        stored.add(append);
                    } else {
                        transaction.execute("ROLLBACK TO append");
                    }
                    transaction.execute("RELEASE append");
                }
                transaction.execute("COMMIT");
            }
            head = position;
        } catch (SQLException | RuntimeException e) {
            LOG.warn("{} appends refused, the log cannot be written: {}", group.size(), e.getMessage());
            disconnect();
            group.forEach(append -> append.stored.completeExceptionally(e));
            return;
        }
        listeners.forEach(Runnable::run);
        stored.forEach(append -> append.stored.complete(null));
    }

    /** Answers false, and tells the one who waits, when a place in a stream is taken. */
    private boolean insertAll(PreparedStatement insert, Append append, long after) throws SQLException {
        long position = after;
        for (StoredEvent event : append.events) {
            position++;
            try {
                bind(insert, event, position);
                insert.executeUpdate();
            } catch (SQLException e) {
                if (!SqliteErrors.isDuplicate(e)) {
                    throw e;
                }
                append.stored.completeExceptionally(new LogConflict(event, e));
                return false;
            }
        }
        return true;
    }

    private void bind(PreparedStatement insert, StoredEvent event, long position) throws SQLException {
        insert.setLong(1, position);
        insert.setString(2, event.stream());
        insert.setLong(3, event.sequence());
        insert.setString(4, event.aggregateType());
        insert.setString(5, event.eventId());
        insert.setLong(6, SqliteTime.toMicros(notBeforeTheLast(event.recordedAt())));
        insert.setString(7, event.payloadType());
        insert.setString(8, event.payloadRevision());
        insert.setString(9, event.payload());
        insert.setString(10, event.metadata());
    }

    /** Times never fall as positions rise, so that a moment in time has one position. */
    private Instant notBeforeTheLast(Instant recordedAt) {
        if (recordedAt.isAfter(lastRecordedAt)) {
            lastRecordedAt = recordedAt;
        }
        return lastRecordedAt;
    }

    private Connection connect() throws SQLException {
        Connection opened = dataSource.getConnection();
        try (Statement statement = opened.createStatement();
                ResultSet last = statement.executeQuery(
                        "SELECT position, recorded_at FROM event ORDER BY position DESC LIMIT 1")) {
            if (last.next()) {
                head = last.getLong(1);
                lastRecordedAt = SqliteTime.fromMicros(last.getLong(2));
            }
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
        connection = opened;
        return opened;
    }

    /** What was not committed is rolled back, by SQLite itself if it has ended the transaction already. */
    private void disconnect() {
        Connection broken = connection;
        connection = null;
        if (broken != null) {
            try (broken;
                    Statement transaction = broken.createStatement()) {
                transaction.execute("ROLLBACK");
            } catch (SQLException e) {
                LOG.debug("a broken connection could not be closed in order", e);
            }
        }
    }
}
