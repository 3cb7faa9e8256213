package dev.patchbay.server.sqlite;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's error codes mean here. */
final class SqliteErrors {

    private SqliteErrors() {}

    /** Whether a unique or primary key was taken. */
    static boolean isDuplicate(SQLException e) {
        return e instanceof SQLiteException failure
                && (failure.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
                        || failure.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY);
    }
}
