package dev.patchbay.server.axonserver;

import dev.patchbay.server.copy.CopiedLog;
import dev.patchbay.server.copy.Tables;
import dev.patchbay.server.log.PlacedEvent;
import dev.patchbay.server.log.RecentEvents;
import dev.patchbay.server.postgres.AppendConnection;
import dev.patchbay.server.postgres.Continuity;
import dev.patchbay.server.postgres.PostgresTables;
import io.axoniq.axonserver.grpc.event.Event;
import io.grpc.Deadline;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** A log in an Axon Server, and the database beside it. */
public final class AxonServerTables implements Tables {

    private static final long SECONDS_TO_ADD = 60;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1);
    private static final String ANOTHER_LOG = "the Axon Server has not the log that the database knows";

    private final PostgresTables database;
    private final AxonServer server;
    private final LogTables noted;

    private AxonServerTables(PostgresTables database, AxonServer server, LogTables noted) {
        this.database = database;
        this.server = server;
        this.noted = noted;
    }

    /**
     * Those of an Axon Server that has a log.
     *
     * @param database beside it, with what servers have noted; locked until this is closed
     * @throws IOException when there is none, or the database goes with another one
     */
    public static AxonServerTables existing(String address, String token, PostgresTables database)
            throws SQLException, IOException {
        AxonServerTables tables = in(address, token, database);
        try {
            tables.requireNotedLog();
            return tables;
        } catch (SQLException | IOException | RuntimeException e) {
            tables.close();
            throw e;
        }
    }

    /** Those of an Axon Server that may have none yet. */
    public static AxonServerTables in(String address, String token, PostgresTables database) throws SQLException {
        try {
            LogTables noted = LogTables.in(database.database());
            AxonServer server = told(() -> AxonServer.answering(new AxonServerSettings(address, token)));
            return new AxonServerTables(database, server, noted);
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** What is private is with what was noted of the log: it is of no use with another log, or without the notes. */
    private void requireNotedLog() throws SQLException, IOException {
        if (asked(AxonServer::end) == 0) {
            throw new IOException("there is no log in the Axon Server");
        }
        LogTables.End known = known();
        if (known.position() == 0) {
            throw new IOException("the database knows of no log in an Axon Server");
        }
        if (!known.firstEventId().equals(idAt(1).orElse(null))
                || !known.eventId().equals(idAt(known.position()).orElse(null))) {
            throw new IOException(ANOTHER_LOG);
        }
    }

    private LogTables.End known() throws SQLException {
        try (Connection connection = database.secrets()) {
            return LogTables.end(connection);
        }
    }

    private Optional<String> idAt(long position) throws SQLException {
        return asked(present -> present.at(position).map(Event::getMessageIdentifier));
    }

    /** Before anything is added: a database that was told of another log does not take this one. */
    private void requireFirst(String eventId) throws SQLException {
        String known = known().firstEventId();
        if (!known.isEmpty() && !known.equals(eventId)) {
            throw new IllegalStateException(ANOTHER_LOG);
        }
    }

    @Override
    public CopiedLog log() throws SQLException {
        Optional<String> first = idAt(1);
        if (first.isPresent()) {
            requireFirst(first.get());
        }
        return new Events();
    }

    @Override
    public Connection secrets() throws SQLException {
        return database.secrets();
    }

    @Override
    public void close() {
        try (database) {
            server.close();
        }
    }

    private <T> T asked(Function<AxonServer, T> question) throws SQLException {
        return told(() -> question.apply(server));
    }

    /** What an Axon Server says, whose faults are as those of a database. */
    private static <T> T told(Question<T> question) throws SQLException {
        try {
            return question.answer();
        } catch (AxonServerFault e) {
            throw new SQLException(e.getMessage());
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T answer() throws SQLException;
    }

    private final class Events implements CopiedLog {

        @Override
        public long end() throws SQLException {
            return asked(AxonServer::end);
        }

        @Override
        public Optional<String> idAt(long position) throws SQLException {
            return AxonServerTables.this.idAt(position);
        }

        @Override
        public List<PlacedEvent> after(long position, int most) throws SQLException {
            return asked(present ->
                    present.after(position, (int) Math.max(0, Math.min(most, present.end() - position))).stream()
                            .map(EventForm::placed)
                            .toList());
        }

        @Override
        public void add(List<PlacedEvent> events) throws SQLException {
            if (events.getFirst().position() == 1) {
                requireFirst(events.getFirst().event().eventId());
            }
            List<Event> forms =
                    events.stream().map(placed -> EventForm.of(placed.event())).toList();
            Deadline deadline = Deadline.after(SECONDS_TO_ADD, TimeUnit.SECONDS);
            long end = asked(present -> {
                present.append(forms, deadline);
                return present.end();
            });
            // The answer to an append comes a moment before the log ends there.
            while (end < events.getLast().position()) {
                if (deadline.isExpired()) {
                    throw new SQLException("what was added is not in the log");
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                end = end();
            }
        }

        /** What whoever appends must know is noted, and numbers go on after those of the log. */
        @Override
        public void complete() throws SQLException {
            AppendConnection appending = new AppendConnection(database.database());
            try {
                long unused = told(new AxonServerLogStore(
                        appending, server, new Continuity(() -> {}), noted, new RecentEvents())::head);
            } finally {
                appending.disconnect();
            }
            try (Connection connection = database.secrets()) {
                database.complete(connection, "stream_end where");
            }
        }

        @Override
        public void close() {
            // The server is closed with the tables.
        }
    }
}
