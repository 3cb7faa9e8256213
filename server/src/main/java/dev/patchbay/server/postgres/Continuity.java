package dev.patchbay.server.postgres;

import dev.patchbay.server.log.Micros;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last event that this process has heard of, and whether it is still in the log. It is not when the database was put back to an
 * older state, or a copy of it took over that had not received everything: then the views here show what never was, and nothing that
 * is decided from them may be appended, until the process is started again and builds them anew.
 */
public final class Continuity {

    private static final Logger LOG = LoggerFactory.getLogger(Continuity.class);
    private static final String LAST = """
            select position, recorded_at, event_id, (select event_id from event where position = ?)
            from event order by position desc limit 1""";

    private final Runnable onLoss;
    private Seen last = new Seen(0, null);

    /** The position of what is not there any more; 0 for nothing. */
    private long lost;

    /** An event that this process has heard of; position 0 for none. */
    private record Seen(long position, @Nullable String eventId) {}

    /**
     * The last event of the log; position 0 when there is none.
     *
     * @param eventId null when only the position was looked up
     * @param known the identifier of the event at a position that was seen
     */
    public record End(
            long position,
            Instant recordedAt,
            @Nullable String eventId,
            @Nullable String known) {
        static final End OF_NOTHING = new End(0, Instant.EPOCH, null, null);
    }

    /** Looks up the end of the log. */
    @FunctionalInterface
    public interface LookUp {
        /**
         * The end of the log, and which event is at a position that was seen.
         *
         * @param eventId which was there; null when nothing was seen yet
         */
        End end(long known, @Nullable String eventId) throws SQLException;
    }

    /** Calls the runnable when it turns out, and each time it is looked up later, that something is not in the log any more. */
    public Continuity(Runnable onLoss) {
        this.onLoss = onLoss;
    }

    /** An event is in the log; one before it is no news. */
    public synchronized void seen(long position, @Nullable String eventId) {
        if (lost > 0) {
            return;
        }
        if (position > last.position) {
            last = new Seen(position, eventId);
        } else if (position == last.position && isAnother(eventId)) {
            lose(position);
        }
    }

    /**
     * Looks up the end of the log, and whether all is there that was seen before: what is seen meanwhile may have come after the look.
     *
     * @throws SQLException when it is not, or was not before
     */
    public End end(LookUp log) throws SQLException {
        Seen before = last();
        End end = log.end(before.position, before.eventId);
        compare(before, end);
        return end;
    }

    private synchronized Seen last() {
        return last;
    }

    private synchronized void compare(Seen before, End end) throws SQLException {
        if (before.position > 0
                && (end.position < before.position
                        || !String.valueOf(before.eventId).equals(end.known))) {
            lose(before.position);
        } else if (end.eventId != null) {
            seen(end.position, end.eventId);
        }
        if (lost > 0) {
            onLoss.run();
            throw new SQLException("the event at position " + lost + " is not in the log any more");
        }
    }

    private boolean isAnother(@Nullable String eventId) {
        return eventId != null && last.eventId != null && !eventId.equals(last.eventId);
    }

    private void lose(long position) {
        if (lost == 0) {
            lost = position;
            LOG.error(
                    "The event at position {} is not in the log any more: the store was put back to an older state."
                            + " Nothing is decided here until this process is started again.",
                    position);
        }
    }

    /** Looks into the table of events. */
    static LookUp in(Connection connection) {
        return (known, eventId) -> {
            try (PreparedStatement select = connection.prepareStatement(LAST)) {
                select.setLong(1, known);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? new End(
                                    row.getLong(1),
                                    Micros.toInstant(row.getLong(2)),
                                    row.getString(3),
                                    row.getString(4))
                            : End.OF_NOTHING;
                }
            }
        };
    }
}
