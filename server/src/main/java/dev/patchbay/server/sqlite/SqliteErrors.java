package dev.patchbay.server.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's error codes mean here. */
public final class SqliteErrors {

    /** Result codes say more in their higher bits. */
    private static final int PRIMARY = 0xff;

    private static final Set<Integer> OF_THE_STORE = Stream.of(
                    SQLiteErrorCode.SQLITE_BUSY,
                    SQLiteErrorCode.SQLITE_CANTOPEN,
                    SQLiteErrorCode.SQLITE_CORRUPT,
                    SQLiteErrorCode.SQLITE_FULL,
                    SQLiteErrorCode.SQLITE_INTERNAL,
                    SQLiteErrorCode.SQLITE_INTERRUPT,
                    SQLiteErrorCode.SQLITE_IOERR,
                    SQLiteErrorCode.SQLITE_LOCKED,
                    SQLiteErrorCode.SQLITE_MISUSE,
                    SQLiteErrorCode.SQLITE_NOMEM,
                    SQLiteErrorCode.SQLITE_NOTADB,
                    SQLiteErrorCode.SQLITE_PERM,
                    SQLiteErrorCode.SQLITE_PROTOCOL,
                    SQLiteErrorCode.SQLITE_READONLY)
            .map(code -> code.code)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<Integer> OF_THE_CONTENT = Stream.of(
                    SQLiteErrorCode.SQLITE_CORRUPT, SQLiteErrorCode.SQLITE_ERROR, SQLiteErrorCode.SQLITE_NOTADB)
            .map(code -> code.code)
            .collect(Collectors.toUnmodifiableSet());

    private SqliteErrors() {}

    /** Whether a statement that is right failed because of what is in the file, or is not, such as its table: that does not pass. */
    public static boolean areOfTheContent(@Nullable Throwable failure) {
        return failure != null
                && ((failure instanceof SQLiteException e && OF_THE_CONTENT.contains(e.getResultCode().code & PRIMARY))
                        || areOfTheContent(failure.getCause()));
    }

    /**
     * Whether a failure comes of the file, the disk, the pool or another process, and not of what was to be written; also when it is
     * hidden behind one that followed from it.
     */
    public static boolean areOfTheStore(@Nullable Throwable failure) {
        return failure != null
                && (isOfTheStore(failure)
                        || areOfTheStore(failure.getCause())
                        || (failure instanceof TransactionSystemException e
                                && areOfTheStore(e.getApplicationException()))
                        || Arrays.stream(failure.getSuppressed()).anyMatch(SqliteErrors::areOfTheStore));
    }

    private static boolean isOfTheStore(Throwable failure) {
        return failure instanceof SQLiteException e
                ? OF_THE_STORE.contains(e.getResultCode().code & PRIMARY)
                : failure instanceof SQLException
                        || failure instanceof IOException
                        || failure instanceof UncheckedIOException;
    }

    /** Whether a unique or primary key was taken. */
    static boolean isDuplicate(SQLException e) {
        return e instanceof SQLiteException failure
                && (failure.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
                        || failure.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY);
    }
}
