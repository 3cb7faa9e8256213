package dev.patchbay.server.copy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** The tables of a store, which no server uses until they are closed; their columns are called the same in every store. */
public interface Tables extends AutoCloseable {

    /** A connection to the log, to be closed. */
    Connection log() throws SQLException;

    /** A connection to what is private, to be closed. */
    Connection secrets() throws SQLException;

    /** Keeps everybody else from adding to the log until the end of a transaction, of which this is the beginning. */
    void begin(Connection log) throws SQLException;

    /** The log is whole: what else the store derives from it may be made. */
    void complete(Connection log) throws SQLException;

    @Override
    void close() throws IOException;
}
