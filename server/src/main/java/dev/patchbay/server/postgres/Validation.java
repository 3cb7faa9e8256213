package dev.patchbay.server.postgres;

import dev.patchbay.server.log.Append;
import dev.patchbay.server.log.Basis;
import dev.patchbay.server.log.LogConflict;
import dev.patchbay.server.log.PlacedEvent;
import dev.patchbay.server.log.StoredEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which appends count, and where their events come, while nobody else can append. Each counts as if it had been decided at this
 * moment: when every stream that it was decided from is as it was read, when its events are the next of their streams, and, if
 * it asked the views too, when nobody has relied meanwhile on a stream that it adds to, since what that one decided was not there.
 */
public final class Validation {

    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, Long> reliedOn = new HashMap<>();
    private final Map<String, Long> reliances = new LinkedHashMap<>();
    private final List<PlacedEvent> events = new ArrayList<>();
    private final Map<Append, LogConflict> refused = new LinkedHashMap<>();
    private long position;
    private Instant lastRecordedAt;

    /**
     * A stream of the log.
     *
     * @param sequence the number of its last event, or null when it has none
     * @param reliance the position of the last decision that was made from it without adding to it, or null when there was none
     */
    public record Stream(
            String name, @Nullable Long sequence, @Nullable Long reliance) {}

    public Validation(long position, Instant lastRecordedAt, List<Stream> streams) {
        this.position = position;
        this.lastRecordedAt = lastRecordedAt;
        for (Stream stream : streams) {
            sequences.put(stream.name, stream.sequence == null ? Basis.NOTHING : stream.sequence);
            reliedOn.put(stream.name, stream.reliance == null ? 0 : stream.reliance);
        }
    }

    /** The streams that matter to appends, in an order of their own. */
    public static Collection<String> streams(List<Append> appends) {
        Set<String> names = new TreeSet<>();
        for (Append append : appends) {
            names.addAll(append.basis().streams().keySet());
            append.events().forEach(event -> names.add(event.stream()));
        }
        return names;
    }

    /** Those streams as a database knows them, by a statement that takes their names and gives what a {@link Stream} has. */
    public static List<Stream> streams(Connection open, String statement, Collection<String> names)
            throws SQLException {
        List<Stream> streams = new ArrayList<>();
        try (PreparedStatement select = open.prepareStatement(statement)) {
            select.setArray(1, open.createArrayOf("text", names.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    streams.add(new Stream(
                            rows.getString(1), rows.getObject(2, Long.class), rows.getObject(3, Long.class)));
                }
            }
        }
        return streams;
    }

    /** Gives the events of an append their places, or refuses it. */
    public void admit(Append append) {
        LogConflict conflict = conflict(append);
        if (conflict != null) {
            refused.put(append, conflict);
            return;
        }
        Set<String> added = new HashSet<>();
        for (StoredEvent event : append.events()) {
            position++;
            // Times never fall as positions rise, so that a moment in time has one position.
            if (event.recordedAt().isAfter(lastRecordedAt)) {
                lastRecordedAt = event.recordedAt();
            }
            events.add(new PlacedEvent(position, event.at(lastRecordedAt.truncatedTo(ChronoUnit.MICROS))));
            sequences.put(event.stream(), event.sequence());
            added.add(event.stream());
        }
        for (String stream : append.basis().streams().keySet()) {
            if (!added.contains(stream)) {
                reliedOn.put(stream, position);
                reliances.put(stream, position);
            }
        }
    }

    /** Tells those who wait for an append that does not count why not. */
    public void tellRefused() {
        refused.forEach(Append::refuse);
    }

    /** The events that count, recorded at the whole microsecond that is stored. */
    public List<PlacedEvent> events() {
        return events;
    }

    /** The streams that appends relied on, and the position of the last that did. */
    public Map<String, Long> reliances() {
        return reliances;
    }

    /** Where the log ends with them. */
    public long position() {
        return position;
    }

    private @Nullable LogConflict conflict(Append append) {
        Map<String, Basis.Seen> basis = append.basis().streams();
        Map<String, Long> next = new HashMap<>();
        for (StoredEvent event : append.events()) {
            long last = next.getOrDefault(event.stream(), known(sequences, event.stream()));
            if (event.sequence() != last + 1) {
                return LogConflict.taken(event);
            }
            next.put(event.stream(), event.sequence());
        }
        for (Map.Entry<String, Basis.Seen> read : basis.entrySet()) {
            String stream = read.getKey();
            Basis.Seen seen = read.getValue();
            if (known(sequences, stream) != seen.sequence()
                    || (append.basis().isOnViews()
                            && next.containsKey(stream)
                            && known(reliedOn, stream) > seen.head())) {
                return LogConflict.overtaken(stream);
            }
        }
        return null;
    }

    private static long known(Map<String, Long> streams, String name) {
        Long value = streams.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " was not looked up");
        }
        return value;
    }
}
