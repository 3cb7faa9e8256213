package dev.patchbay.server.sqlite;

import dev.patchbay.server.log.Append;
import dev.patchbay.server.log.LogConflict;
import dev.patchbay.server.log.LogStore;
import dev.patchbay.server.log.Micros;
import dev.patchbay.server.log.PlacedEvent;
import dev.patchbay.server.log.RecentEvents;
import dev.patchbay.server.log.StoredEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log in a file of its own, which only this process writes. */
final class SqliteLogStore implements LogStore {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteLogStore.class);
    private static final String INSERT = """
            INSERT INTO event (position, stream, sequence, aggregate_type, event_id, recorded_at, payload_type,
                               payload_revision, payload, metadata)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final DataSource dataSource;
    private final RecentEvents recent;
    private @Nullable Connection connection;
    private long end;
    private Instant lastRecordedAt = Instant.EPOCH;

    SqliteLogStore(DataSource dataSource, RecentEvents recent) {
        this.dataSource = dataSource;
        this.recent = recent;
    }

    @Override
    public long head() throws SQLException {
        Connection unused = connected();
        return end;
    }

    @Override
    public long store(List<Append> appends) throws SQLException {
        Connection open = connected();
        List<PlacedEvent> stored = new ArrayList<>();
        try (PreparedStatement insert = open.prepareStatement(INSERT);
                Statement transaction = open.createStatement()) {
            transaction.execute("BEGIN IMMEDIATE");
            for (Append append : appends) {
                stored.addAll(inserted(insert, transaction, append, placed(append, end + stored.size())));
            }
            transaction.execute("COMMIT");
        }
        stored.forEach(recent::add);
        end += stored.size();
        return end;
    }

    @Override
    public void close() {
        disconnect();
    }

    /** Answers nothing when it is refused. One that fails at its only event leaves nothing to be taken back. */
    private static List<PlacedEvent> inserted(
            PreparedStatement insert, Statement transaction, Append append, List<PlacedEvent> events)
            throws SQLException {
        if (events.size() == 1) {
            return insertAll(insert, append, events) ? events : List.of();
        }
        transaction.execute("SAVEPOINT append");
        boolean taken = insertAll(insert, append, events);
        if (!taken) {
            transaction.execute("ROLLBACK TO append");
        }
        transaction.execute("RELEASE append");
        return taken ? events : List.of();
    }

    /** Answers false, and tells the one who waits, when a place in a stream is taken. */
    private static boolean insertAll(PreparedStatement insert, Append append, List<PlacedEvent> events)
            throws SQLException {
        for (PlacedEvent placed : events) {
            try {
                bind(insert, placed.event(), placed.position());
                insert.executeUpdate();
            } catch (SQLException e) {
                if (!SqliteErrors.isDuplicate(e)) {
                    throw e;
                }
                append.refuse(LogConflict.taken(placed.event()));
                return false;
            }
        }
        return true;
    }

    private List<PlacedEvent> placed(Append append, long after) {
        List<PlacedEvent> placed = new ArrayList<>();
        for (StoredEvent event : append.events()) {
            placed.add(new PlacedEvent(
                    after + placed.size() + 1,
                    event.at(notBeforeTheLast(event.recordedAt()).truncatedTo(ChronoUnit.MICROS))));
        }
        return placed;
    }

    private static void bind(PreparedStatement insert, StoredEvent event, long position) throws SQLException {
        insert.setLong(1, position);
        insert.setString(2, event.stream());
        insert.setLong(3, event.sequence());
        insert.setString(4, event.aggregateType());
        insert.setString(5, event.eventId());
        insert.setLong(6, Micros.of(event.recordedAt()));
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

    private Connection connected() throws SQLException {
        return connection == null ? connect() : connection;
    }

    private Connection connect() throws SQLException {
        Connection opened = dataSource.getConnection();
        try (Statement statement = opened.createStatement();
                ResultSet last = statement.executeQuery(
                        "SELECT position, recorded_at FROM event ORDER BY position DESC LIMIT 1")) {
            if (last.next()) {
                end = last.getLong(1);
                lastRecordedAt = Micros.toInstant(last.getLong(2));
            }
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
        connection = opened;
        return opened;
    }

    /** What was not committed is rolled back, by SQLite itself if it has ended the transaction already. */
    @Override
    public void disconnect() {
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
