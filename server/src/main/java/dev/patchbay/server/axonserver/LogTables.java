package dev.patchbay.server.axonserver;

import dev.patchbay.server.log.Micros;
import dev.patchbay.server.log.PlacedEvent;
import dev.patchbay.server.postgres.Notice;
import dev.patchbay.server.postgres.Notices;
import dev.patchbay.server.postgres.PostgresDatabase;
import dev.patchbay.server.postgres.PostgresSchema;
import dev.patchbay.server.postgres.Validation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** What whoever appends must know of the log: it follows from the log, and is in the database for those who hold the lock. */
final class LogTables {

    private static final String END =
            "select position, coalesce(event_id, ''), recorded_at, coalesce(first_event_id, '') from log_end";
    private static final String STREAMS = """
            select asked.stream, stream_end.sequence, greatest(reliance.position, log_end.unheard)
            from unnest(?) as asked (stream)
            cross join log_end
            left join stream_end on stream_end.stream = asked.stream
            left join reliance on reliance.stream = asked.stream""";
    private static final String NOTE = """
            with ends as (
                insert into stream_end (stream, sequence) select * from unnest(?::text[], ?::bigint[])
                on conflict (stream) do update set sequence = excluded.sequence),
            relied as (
                insert into reliance (stream, position) select * from unnest(?::text[], ?::bigint[])
                on conflict (stream) do update set position = excluded.position),
            ended as (
                update log_end set position = ?, event_id = ?, recorded_at = ?, unheard = greatest(unheard, ?),
                    first_event_id = coalesce(first_event_id, ?))
            select pg_notify(?, ?)""";

    private final String channel;

    /** The last event that is noted; position 0 when there is none. */
    record End(long position, String eventId, Instant recordedAt, String firstEventId) {}

    private LogTables(String channel) {
        this.channel = channel;
    }

    /** Those in a database, made when they are missing; whoever listens there is told what is noted, at the commit. */
    static LogTables in(PostgresDatabase database) throws SQLException {
        PostgresSchema.createBeside(database, new ClassPathResource("log.sql", LogTables.class));
        return new LogTables(Notices.channel(database));
    }

    static End end(Connection open) throws SQLException {
        try (Statement statement = open.createStatement();
                ResultSet row = statement.executeQuery(END)) {
            row.next();
            return new End(row.getLong(1), row.getString(2), Micros.toInstant(row.getLong(3)), row.getString(4));
        }
    }

    /** How far streams go, and when they were relied on. */
    static List<Validation.Stream> streams(Connection open, Collection<String> names) throws SQLException {
        return Validation.streams(open, STREAMS, names);
    }

    /** Notes events that this process appends, and what was relied on. */
    void note(Connection open, List<PlacedEvent> events, Map<String, Long> reliances) throws SQLException {
        note(open, events, reliances, 0);
    }

    /** Notes events of which nobody knows any more what was relied on: anything may have been. */
    void noteUnheard(Connection open, List<PlacedEvent> events) throws SQLException {
        note(open, events, Map.of(), events.getLast().position());
    }

    /** Nothing is known of the log. */
    static void forget(Connection open) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute("delete from stream_end");
            statement.execute("delete from reliance");
            statement.execute("update log_end set position = 0, event_id = null, recorded_at = 0, unheard = 0");
        }
    }

    private void note(Connection open, List<PlacedEvent> events, Map<String, Long> reliances, long unheard)
            throws SQLException {
        Map<String, Long> ends = new LinkedHashMap<>();
        events.forEach(
                placed -> ends.put(placed.event().stream(), placed.event().sequence()));
        PlacedEvent first = events.getFirst();
        PlacedEvent last = events.getLast();
        try (PreparedStatement note = open.prepareStatement(NOTE)) {
            bind(note, 1, ends);
            bind(note, 3, reliances);
            note.setLong(5, last.position());
            note.setString(6, last.event().eventId());
            note.setLong(7, Micros.of(last.event().recordedAt()));
            note.setLong(8, unheard);
            note.setString(9, first.position() == 1 ? first.event().eventId() : null);
            note.setString(10, channel);
            note.setString(11, Notice.of(last).text());
            note.execute();
        }
    }

    private static void bind(PreparedStatement statement, int index, Map<String, Long> values) throws SQLException {
        List<String> keys = List.copyOf(values.keySet());
        @Nullable Object[] numbers = keys.stream().map(values::get).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf("text", keys.toArray()));
        statement.setArray(index + 1, statement.getConnection().createArrayOf("bigint", numbers));
    }
}
