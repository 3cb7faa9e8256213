package dev.patchbay.server.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Reads a log that is a table. */
public final class SqlLogReader implements LogReader {

    private static final String COLUMNS =
            "position, stream, sequence, aggregate_type, event_id, recorded_at, payload_type, payload_revision, payload, metadata";
    private static final String OF_STREAM =
            "SELECT " + COLUMNS + " FROM event WHERE stream = ? AND sequence >= ? ORDER BY sequence LIMIT ?";
    private static final String AFTER =
            "SELECT " + COLUMNS + " FROM event WHERE position > ? ORDER BY position LIMIT ?";
    private static final String LAST_OF_STREAM = "SELECT max(sequence) FROM event WHERE stream = ?";
    private static final String AT = "SELECT event_id FROM event WHERE position = ?";
    private static final String LAST_BEFORE = "SELECT max(position) FROM event WHERE recorded_at < ?";

    private final JdbcOperations table;
    private final RecentEvents recent;

    /**
     * Reads by connections that see what is committed.
     *
     * @param recent what need not be read, since it has just been written here
     */
    public SqlLogReader(DataSource connections, RecentEvents recent) {
        this.table = new JdbcTemplate(connections);
        this.recent = recent;
    }

    @Override
    public List<PlacedEvent> after(long position, int most) {
        List<PlacedEvent> written = recent.after(position, most);
        return written.isEmpty()
                ? query(AFTER, (row, index) -> new PlacedEvent(row.getLong("position"), event(row)), position, most)
                : written;
    }

    @Override
    public List<StoredEvent> ofStream(String stream, long firstSequence, int most) {
        return query(OF_STREAM, (row, index) -> event(row), stream, firstSequence, most);
    }

    @Override
    public OptionalLong lastSequence(String stream) {
        return query(LAST_OF_STREAM, (row, index) -> Optional.ofNullable((Number) row.getObject(1)), stream)
                .getFirst()
                .map(last -> OptionalLong.of(last.longValue()))
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public Optional<String> idAt(long position) {
        return query(AT, (row, index) -> row.getString(1), position).stream().findFirst();
    }

    @Override
    public long lastBefore(Instant moment) {
        return query(LAST_BEFORE, (row, index) -> row.getLong(1), Micros.of(moment))
                .getFirst();
    }

    private <T> List<T> query(String sql, RowMapper<T> mapper, Object... arguments) {
        try {
            return table.query(sql, mapper, arguments);
        } catch (DataAccessException e) {
            throw new EventStoreException("the log cannot be read: " + e.getMessage(), e);
        }
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getString("stream"),
                row.getLong("sequence"),
                row.getString("aggregate_type"),
                row.getString("event_id"),
                Micros.toInstant(row.getLong("recorded_at")),
                row.getString("payload_type"),
                row.getString("payload_revision"),
                row.getString("payload"),
                row.getString("metadata"));
    }
}
