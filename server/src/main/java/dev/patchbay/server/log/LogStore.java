package dev.patchbay.server.log;

import java.sql.SQLException;
import java.util.List;

/** Where a log is kept. Only one thread at a time writes. */
public interface LogStore extends AutoCloseable {

    /** The position of the last event, 0 when there is none. */
    long head() throws SQLException;

    /**
     * Stores appends together, on the disk when this returns, each whole or not at all; tells those that cannot be stored why not
     * ({@link Append#refuse}, {@link Append#fail}), which harms no other. Those that are told nothing are stored.
     *
     * @return the position of the last event of the log then
     * @throws SQLException when none of those that were told nothing is stored, as far as one can know
     */
    long store(List<Append> appends) throws SQLException;

    /** Gives up a connection that has met a failure; the next call opens another. */
    void disconnect();

    @Override
    void close();
}
