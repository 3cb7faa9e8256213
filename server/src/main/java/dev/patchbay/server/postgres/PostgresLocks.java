package dev.patchbay.server.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Locks of the database by name, for those who share a log; they end with the connection at the latest. */
final class PostgresLocks {

    /** Waits until nobody else makes tables; before there is a log, so it is one for all logs of the database. */
    static final String OF_TABLES = "select pg_advisory_xact_lock(hashtextextended('patchbay tables', 0))";

    private PostgresLocks() {}

    /** Waits for a lock that ends with the transaction. */
    static String inTransaction(String name) {
        return "select pg_advisory_xact_lock(" + key(name) + ")";
    }

    /** Takes a lock that ends with the connection, if it is free; whether it was. */
    static boolean takeIfFree(Statement statement, String name) throws SQLException {
        try (ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + key(name) + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static String key(String name) {
        return "hashtextextended('patchbay ' || 'event'::regclass::oid || ' " + name + "', 0)";
    }
}
