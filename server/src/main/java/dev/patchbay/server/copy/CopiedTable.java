package dev.patchbay.server.copy;

import dev.patchbay.server.log.Micros;
import dev.patchbay.server.log.PlacedEvent;
import dev.patchbay.server.log.RecentEvents;
import dev.patchbay.server.log.SqlLogReader;
import dev.patchbay.server.log.StoredEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A log that is a table; its columns are called the same in every store. */
public final class CopiedTable implements CopiedLog {

    private static final Table EVENT = Table.of(
            "event",
            "position",
            "stream",
            "sequence",
            "aggregate_type",
            "event_id",
            "recorded_at",
            "payload_type",
            "payload_revision",
            "payload",
            "metadata");

    private final Connection connection;
    private final SqlLogReader reader;
    private final Step beginning;
    private final Step completion;

    /** Something that is done in the transaction. */
    @FunctionalInterface
    public interface Step {
        void take(Connection connection) throws SQLException;
    }

    /**
     * A table behind a connection, which is closed in the end.
     *
     * @param beginning keeps everybody else from adding to the log until the end of a transaction
     * @param completion makes what the store derives from the log
     */
    public CopiedTable(Connection connection, Step beginning, Step completion) throws SQLException {
        this.connection = connection;
        this.beginning = beginning;
        this.completion = completion;
        connection.setAutoCommit(false);
        this.reader = new SqlLogReader(new SingleConnectionDataSource(connection, true), new RecentEvents());
    }

    @Override
    public long end() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(max(position), 0) from event")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public Optional<String> idAt(long position) {
        return reader.idAt(position);
    }

    @Override
    public List<PlacedEvent> after(long position, int most) {
        return reader.after(position, most);
    }

    @Override
    public void add(List<PlacedEvent> events) throws SQLException {
        beginning.take(connection);
        try (PreparedStatement insert = connection.prepareStatement(EVENT.insert())) {
            for (PlacedEvent placed : events) {
                StoredEvent event = placed.event();
                EVENT.bind(
                        insert,
                        Arrays.asList(
                                placed.position(),
                                event.stream(),
                                event.sequence(),
                                event.aggregateType(),
                                event.eventId(),
                                Micros.of(event.recordedAt()),
                                event.payloadType(),
                                event.payloadRevision(),
                                event.payload(),
                                event.metadata()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    @Override
    public void complete() throws SQLException {
        completion.take(connection);
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
