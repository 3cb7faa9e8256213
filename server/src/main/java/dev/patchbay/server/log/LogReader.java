package dev.patchbay.server.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Reads what is committed in a log; throws {@link EventStoreException} while it cannot be read. */
public interface LogReader {

    /** The events that follow a position, in their order, no more than asked for; none only when none is known here. */
    List<PlacedEvent> after(long position, int most);

    /** The events of a stream from a sequence number on, in their order; fewer than asked for only when there are no more. */
    List<StoredEvent> ofStream(String stream, long firstSequence, int most);

    /** The number of the last event of a stream. */
    OptionalLong lastSequence(String stream);

    /** The identifier of the event at a position. */
    Optional<String> idAt(long position);

    /** The position of the last event that was recorded before a moment, 0 when there was none. */
    long lastBefore(Instant moment);
}
