package dev.patchbay.benchmarks.peer;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** A key that was taken, as SQLite says it. */
final class SqliteDuplicates {

    private static final int PRIMARY = 0xff;

    private SqliteDuplicates() {}

    static boolean isOne(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (sql.getErrorCode() & PRIMARY) == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
                return true;
            }
        }
        return false;
    }
}
