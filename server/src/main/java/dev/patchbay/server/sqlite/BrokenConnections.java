package dev.patchbay.server.sqlite;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Which connections to throw away: those that met a failure of the store. SQLite ends the transaction by itself when the disk is full,
 * and a connection that does not know it would never commit again. After any other failure it can go back to a savepoint.
 */
public final class BrokenConnections implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return SqliteErrors.areOfTheStore(failure) ? Override.MUST_EVICT : Override.DO_NOT_EVICT;
    }
}
