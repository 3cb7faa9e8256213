package dev.patchbay.server.copy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** What a store holds, which no server uses until it is closed. */
public interface Tables extends AutoCloseable {

    /** The log, to be closed. */
    CopiedLog log() throws SQLException;

    /** A connection to what is private, to be closed; its tables have the same columns in every store. */
    Connection secrets() throws SQLException;

    @Override
    void close() throws IOException;
}
