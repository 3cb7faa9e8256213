package dev.patchbay.server.postgres;

import dev.patchbay.server.log.Append;
import dev.patchbay.server.log.LogStore;
import dev.patchbay.server.log.Micros;
import dev.patchbay.server.log.PlacedEvent;
import dev.patchbay.server.log.RecentEvents;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log in a database that other processes write too. Whoever follows the log is told by the commit itself.
 */
final class PostgresLogStore implements LogStore {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresLogStore.class);

    private static final String STREAMS = """
            select asked.stream, last.sequence, reliance.position
            from unnest(?) as asked (stream)
            left join lateral (
                select sequence from event where event.stream = asked.stream order by sequence desc limit 1) as last on true
            left join reliance on reliance.stream = asked.stream""";
    private static final String STORE = """
            with stored as (
                insert into event (position, stream, sequence, aggregate_type, event_id, recorded_at, payload_type,
                                   payload_revision, payload, metadata)
                select * from unnest(?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                                     ?::text[], ?::text[], ?::text[])),
            relied as (
                insert into reliance (stream, position) select * from unnest(?::text[], ?::bigint[])
                on conflict (stream) do update set position = excluded.position)
            select pg_notify(?, ?)""";

    private final AppendConnection database;
    private final Continuity continuity;
    private final String channel;
    private final RecentEvents recent;

    PostgresLogStore(PostgresDatabase database, Continuity continuity, String channel, RecentEvents recent) {
        this.database = new AppendConnection(database);
        this.continuity = continuity;
        this.channel = channel;
        this.recent = recent;
    }

    @Override
    public long head() throws SQLException {
        Connection open = database.opened();
        long position = continuity.end(Continuity.in(open)).position();
        open.rollback();
        return position;
    }

    @Override
    public long store(List<Append> appends) throws SQLException {
        try {
            return storeTogether(appends);
        } catch (SQLException e) {
            if (appends.size() == 1 || !isOfTheData(e)) {
                throw e;
            }
            LOG.warn("{} appends are stored one by one, one of them cannot be: {}", appends.size(), e.getMessage());
            database.opened().rollback();
            return storeOneByOne(appends);
        }
    }

    @Override
    public void disconnect() {
        database.disconnect();
    }

    @Override
    public void close() {
        disconnect();
    }

    /** Each is told at once: what is stored stays so, whatever becomes of those after it. */
    private long storeOneByOne(List<Append> appends) throws SQLException {
        long position = 0;
        for (Append append : appends) {
            try {
                position = storeTogether(List.of(append));
                append.succeed();
            } catch (SQLException e) {
                if (!isOfTheData(e)) {
                    throw e;
                }
                database.opened().rollback();
                append.fail(e);
            }
        }
        return position;
    }

    /** Those that others came before are told so when the rest is stored. */
    private long storeTogether(List<Append> appends) throws SQLException {
        Connection open = database.locked();
        Continuity.End end = continuity.end(Continuity.in(open));
        Validation validation = new Validation(
                end.position(), end.recordedAt(), Validation.streams(open, STREAMS, Validation.streams(appends)));
        appends.forEach(validation::admit);
        if (!validation.events().isEmpty()) {
            store(open, validation);
        }
        commit(open, validation.events());
        validation.tellRefused();
        return validation.position();
    }

    /**
     * When the answer to a commit is lost, what became of it is looked up as soon as the database has ended the transaction.
     *
     * @throws SQLException when it was not committed, or that cannot be found out
     */
    private void commit(Connection open, List<PlacedEvent> events) throws SQLException {
        try {
            open.commit();
        } catch (SQLException e) {
            disconnect();
            if (events.isEmpty() || !isThere(database.locked(), events.getLast())) {
                throw e;
            }
            LOG.info("the answer to a commit was lost, what it was about is in the log: {}", e.getMessage());
        }
        if (!events.isEmpty()) {
            continuity.seen(
                    events.getLast().position(), events.getLast().event().eventId());
            events.forEach(recent::add);
        }
    }

    private static boolean isThere(Connection open, PlacedEvent placed) throws SQLException {
        try (PreparedStatement select = open.prepareStatement("select event_id from event where position = ?")) {
            select.setLong(1, placed.position());
            try (ResultSet row = select.executeQuery()) {
                boolean there =
                        row.next() && row.getString(1).equals(placed.event().eventId());
                open.rollback();
                return there;
            }
        }
    }

    private void store(Connection open, Validation admitted) throws SQLException {
        List<PlacedEvent> events = admitted.events();
        List<String> reliedOn = List.copyOf(admitted.reliances().keySet());
        try (PreparedStatement store = open.prepareStatement(STORE)) {
            int next = 1;
            next = longs(store, next, events, PlacedEvent::position);
            next = texts(store, next, events, placed -> placed.event().stream());
            next = longs(store, next, events, placed -> placed.event().sequence());
            next = texts(store, next, events, placed -> placed.event().aggregateType());
            next = texts(store, next, events, placed -> placed.event().eventId());
            next = longs(store, next, events, placed -> Micros.of(placed.event().recordedAt()));
            next = texts(store, next, events, placed -> placed.event().payloadType());
            next = texts(store, next, events, placed -> placed.event().payloadRevision());
            next = texts(store, next, events, placed -> placed.event().payload());
            next = texts(store, next, events, placed -> placed.event().metadata());
            next = texts(store, next, reliedOn, stream -> stream);
            next = longs(store, next, reliedOn, admitted.reliances()::get);
            store.setString(next++, channel);
            store.setString(next, Notice.of(events.getLast()).text());
            store.execute();
        }
    }

    private static <T> int longs(
            PreparedStatement statement, int index, List<T> rows, Function<T, @Nullable Long> value)
            throws SQLException {
        return array(statement, index, "bigint", rows.stream().map(value).toArray());
    }

    private static <T> int texts(
            PreparedStatement statement, int index, List<T> rows, Function<T, @Nullable String> value)
            throws SQLException {
        return array(statement, index, "text", rows.stream().map(value).toArray());
    }

    private static int array(PreparedStatement statement, int index, String type, @Nullable Object[] values)
            throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
        return index + 1;
    }

    /** Whether a value cannot be stored, as no text with a NUL can: SQL's classes of data exceptions and violated constraints. */
    private static boolean isOfTheData(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }
}
