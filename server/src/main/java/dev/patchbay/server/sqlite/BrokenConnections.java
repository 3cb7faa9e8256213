package dev.patchbay.server.sqlite;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Which connections to throw away: all that met a failure, except a place that was taken. SQLite ends the transaction by itself when
 * the disk is full, and a connection that does not know it would never commit again.
 */
public final class BrokenConnections implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return SqliteErrors.isDuplicate(failure) ? Override.DO_NOT_EVICT : Override.MUST_EVICT;
    }
}
