package dev.patchbay.server.axonserver;

import dev.patchbay.server.log.Append;
import dev.patchbay.server.log.LogStore;
import dev.patchbay.server.log.PlacedEvent;
import dev.patchbay.server.log.RecentEvents;
import dev.patchbay.server.postgres.AppendConnection;
import dev.patchbay.server.postgres.Continuity;
import dev.patchbay.server.postgres.Validation;
import io.axoniq.axonserver.grpc.event.Event;
import io.grpc.Deadline;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log in an Axon Server that other processes write too. Who appends holds a lock of the database meanwhile, and notes there what the
 * next one must know; what is in Axon Server counts, and who comes next notes what its predecessor could not.
 */
final class AxonServerLogStore implements LogStore {

    private static final Logger LOG = LoggerFactory.getLogger(AxonServerLogStore.class);

    /** Shorter than what the database gives a transaction in which nothing is asked, and then it lets others append. */
    private static final long SECONDS_TO_APPEND = 3;

    private static final int EVENTS_AT_ONCE = 5_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final AppendConnection database;
    private final AxonServer server;
    private final Continuity continuity;
    private final LogTables tables;
    private final RecentEvents recent;

    AxonServerLogStore(
            AppendConnection database,
            AxonServer server,
            Continuity continuity,
            LogTables tables,
            RecentEvents recent) {
        this.database = database;
        this.server = server;
        this.continuity = continuity;
        this.tables = tables;
        this.recent = recent;
    }

    /** Also makes sure that what was noted is of this log. */
    @Override
    public long head() throws SQLException {
        Connection open = database.locked();
        LogTables.End noted = LogTables.end(open);
        if (noted.position() > 0 && !isAt(noted.position(), noted.eventId())) {
            if (!isAt(1, noted.firstEventId())) {
                throw new IllegalStateException("the Axon Server has not the log that the database knows");
            }
            LOG.warn("Axon Server was put back to an older state: what was noted of the log is noted anew");
            LogTables.forget(open);
        }
        LogTables.End end = caughtUp(open);
        open.commit();
        continuity.seen(end.position(), end.eventId());
        return end.position();
    }

    @Override
    public long store(List<Append> appends) throws SQLException {
        long position = 0;
        List<List<Append>> groups = groups(appends);
        for (List<Append> group : groups) {
            position = storeGroup(group);
            if (groups.size() > 1) {
                group.forEach(Append::succeed);
            }
        }
        return position;
    }

    @Override
    public void disconnect() {
        database.disconnect();
    }

    @Override
    public void close() {
        disconnect();
    }

    /** So many that a transaction is done in time; those of one append stay together. */
    private static List<List<Append>> groups(List<Append> appends) {
        List<List<Append>> groups = new ArrayList<>();
        int room = 0;
        for (Append append : appends) {
            int size = append.events().size();
            if (groups.isEmpty() || size > room) {
                groups.add(new ArrayList<>());
                room = EVENTS_AT_ONCE;
            }
            groups.getLast().add(append);
            room -= size;
        }
        return groups;
    }

    /**
     * Where the server does not take them together, each is told at once what became of it. Only when the server has said so: what
     * may be stored, or come to be, must not be asked for again.
     */
    private long storeGroup(List<Append> appends) throws SQLException {
        try {
            return storeTogether(appends);
        } catch (AxonServerRefusal e) {
            database.disconnect();
            if (appends.size() == 1) {
                throw e;
            }
            LOG.warn("{} appends are stored one by one, one of them cannot be: {}", appends.size(), e.getMessage());
        }
        long position = 0;
        for (Append append : appends) {
            try {
                position = storeTogether(List.of(append));
                append.succeed();
            } catch (AxonServerRefusal e) {
                database.disconnect();
                append.fail(e);
            }
        }
        return position;
    }

    /** Those that others came before are told so when the rest is stored. */
    private long storeTogether(List<Append> appends) throws SQLException {
        server.present();
        Connection open = database.locked();
        LogTables.End end = caughtUp(open);
        requireContinuity(end);
        List<Append> storable =
                appends.stream().filter(AxonServerLogStore::isStorable).toList();
        Validation validation =
                new Validation(end.position(), end.recordedAt(), LogTables.streams(open, Validation.streams(storable)));
        storable.forEach(validation::admit);
        long position = end.position();
        if (validation.events().isEmpty()) {
            open.rollback();
        } else {
            position = store(open, validation);
        }
        validation.tellRefused();
        return position;
    }

    /** Whoever asked for what cannot be stored is told so at once, and harms no other. */
    private static boolean isStorable(Append append) {
        try {
            append.events().forEach(event -> EventForm.of(event));
            return true;
        } catch (RuntimeException e) {
            append.fail(e);
            return false;
        }
    }

    /** What is noted before is rolled back when it turns out that it is not so. */
    private long store(Connection open, Validation validation) throws SQLException {
        List<PlacedEvent> events = validation.events();
        List<Event> forms =
                events.stream().map(placed -> EventForm.of(placed.event())).toList();
        // From before the database was asked: when the answer came, the lock was still held.
        Deadline deadline = Deadline.after(SECONDS_TO_APPEND, TimeUnit.SECONDS);
        tables.note(open, events, validation.reliances());
        PlacedEvent last = events.getLast();
        return switch (appended(forms, last, deadline)) {
            case ALONE -> {
                commit(open);
                continuity.seen(last.position(), last.event().eventId());
                events.forEach(recent::add);
                yield last.position();
            }
            case NOT_ALONE -> {
                LOG.error("Somebody who did not hold the lock any more has added to the log; all of it is noted.");
                database.disconnect();
                yield notedAnew(last.position());
            }
            case UNSEEN -> {
                database.disconnect();
                yield last.position();
            }
        };
    }

    /** What became of an append that is in the log. */
    private enum Outcome {
        /** The events are where they were to come, and the last. */
        ALONE,
        /** Somebody else has appended meanwhile. */
        NOT_ALONE,
        /** It was confirmed, but where the log ends cannot be seen: whoever appends next notes what is there. */
        UNSEEN
    }

    /**
     * Appends, and sees to it that everybody who asks for the end of the log is told of it; the answer to an append comes a moment
     * before. What was confirmed counts, whatever fails then. When there is no answer, what became of it is looked up.
     *
     * @throws AxonServerRefusal when it is not in the log, and will not be
     * @throws AxonServerFault when nobody knows
     */
    private Outcome appended(List<Event> forms, PlacedEvent last, Deadline deadline) {
        try {
            server.append(forms, deadline);
        } catch (AxonServerRefusal e) {
            return lookedUp(last, e, e.isCertain(), deadline);
        } catch (AxonServerFault e) {
            return lookedUp(last, e, false, deadline);
        }
        try {
            long end = server.end();
            while (end < last.position()) {
                if (deadline.isExpired()) {
                    LOG.error("what Axon Server has confirmed is not in the log yet");
                    return Outcome.UNSEEN;
                }
                Thread.onSpinWait();
                end = server.end();
            }
            return end == last.position() ? Outcome.ALONE : Outcome.NOT_ALONE;
        } catch (AxonServerFault e) {
            LOG.warn("what was appended is in the log, and noted later: {}", e.getMessage());
            return Outcome.UNSEEN;
        }
    }

    /** What is under way may still arrive until the deadline, so one look is not enough, unless the server has answered. */
    private Outcome lookedUp(PlacedEvent last, AxonServerFault failure, boolean isOver, Deadline deadline) {
        boolean found = isThere(last, isOver);
        while (!found && !isOver && !deadline.isExpired()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            found = isThere(last, false);
        }
        if (!found) {
            throw failure;
        }
        LOG.info("the answer to an append was lost, what it was about is in the log: {}", failure.getMessage());
        try {
            return server.end() == last.position() ? Outcome.ALONE : Outcome.NOT_ALONE;
        } catch (AxonServerFault e) {
            return Outcome.UNSEEN;
        }
    }

    /** Who must know is told when it cannot be seen. */
    private boolean isThere(PlacedEvent placed, boolean mustKnow) {
        try {
            return isAt(placed.position(), placed.event().eventId());
        } catch (AxonServerFault e) {
            if (mustKnow) {
                throw new AxonServerFault("nobody knows what became of an append: " + e.getMessage(), e);
            }
            return false;
        }
    }

    /** The position of the last event; at least the one that is there for sure, when the rest cannot be found out. */
    private long notedAnew(long position) {
        try {
            Connection open = database.locked();
            LogTables.End end = caughtUp(open);
            commit(open);
            continuity.seen(end.position(), end.eventId());
            return Math.max(position, end.position());
        } catch (AxonServerFault | SQLException e) {
            LOG.warn("what was appended is in the log, and noted later: {}", e.getMessage());
            database.disconnect();
            return position;
        }
    }

    /** The log is what counts: when it is not noted, whoever appends next does that. */
    private void commit(Connection open) {
        try {
            open.commit();
        } catch (SQLException e) {
            LOG.warn("what was appended is in the log, and noted later: {}", e.getMessage());
            database.disconnect();
        }
    }

    private void requireContinuity(LogTables.End end) throws SQLException {
        var unused = continuity.end((known, eventId) -> new Continuity.End(
                end.position(), end.recordedAt(), end.eventId(), known == end.position() ? end.eventId() : eventId));
    }

    /** Notes what is in the log and was not noted, with the lock held in the end; the last event of the log. */
    private LogTables.End caughtUp(Connection open) throws SQLException {
        LogTables.End noted = LogTables.end(open);
        long end = server.end();
        while (noted.position() < end) {
            int missing = (int) Math.min(EVENTS_AT_ONCE, end - noted.position());
            tables.noteUnheard(
                    open,
                    server.after(noted.position(), missing).stream()
                            .map(EventForm::placed)
                            .toList());
            open.commit();
            noted = LogTables.end(database.locked());
            end = server.end();
        }
        if (noted.position() > end) {
            continuity.seen(noted.position(), noted.eventId());
            requireContinuity(new LogTables.End(end, "", noted.recordedAt(), ""));
        }
        return noted;
    }

    private boolean isAt(long position, String eventId) {
        return server.at(position).map(Event::getMessageIdentifier).stream().anyMatch(eventId::equals);
    }
}
