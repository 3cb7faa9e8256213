package dev.patchbay.server.copy;

import dev.patchbay.server.log.PlacedEvent;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A log that is copied from, or to; nobody else adds to it meanwhile. */
public interface CopiedLog extends AutoCloseable {

    /** The position of the last event, 0 when there is none. */
    long end() throws SQLException;

    /** The identifier of the event at a position. */
    Optional<String> idAt(long position) throws SQLException;

    /** The events that follow a position, in their order; as many as there are, but no more than asked for. */
    List<PlacedEvent> after(long position, int most) throws SQLException;

    /** Adds the events that come next, all or none; they are there to stay when this returns. */
    void add(List<PlacedEvent> events) throws SQLException;

    /** The log is whole: what else the store derives from it may be made. */
    void complete() throws SQLException;

    @Override
    void close() throws SQLException;
}
