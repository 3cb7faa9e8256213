package dev.patchbay.server.copy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries a log, and what is private, from one store to another, event by event with its position, identifier and time; whoever asks
 * the other store is answered the same. What a copy that broke off has brought already is not brought again.
 */
public final class LogCopy {

    private static final int ROWS_AT_ONCE = 5_000;

    private final Tables from;
    private final Tables to;
    private final Progress progress;

    /** Hears how far a copy is. */
    @FunctionalInterface
    public interface Progress {
        void show(String what, long done, long total);
    }

    /** Why a log cannot be copied: what is there is no part of it. */
    public static final class Mismatch extends RuntimeException {
        Mismatch(String message) {
            super(message);
        }
    }

    private record End(long position, @Nullable String eventId) {}

    public LogCopy(Tables from, Tables to, Progress progress) {
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    /**
     * Copies what is missing, then compares every row of both.
     *
     * @return the position of the last event
     * @throws Mismatch when the other store has a log that is not the beginning of this one; it is left as it is
     */
    public long run() throws SQLException {
        try (Connection source = opened(from.log());
                Connection target = opened(to.log())) {
            long total = end(source).position;
            copyEvents(source, target, requireBeginning(source, target), total);
            compare(Table.EVENT, source, target, total);
            to.complete(target);
            target.commit();
            copySecrets();
            return total;
        }
    }

    /** What is read is read in pieces, and what is written is committed in pieces. */
    private static Connection opened(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        return connection;
    }

    private static long requireBeginning(Connection source, Connection target) throws SQLException {
        End there = end(target);
        if (there.position > 0 && !at(source, there.position).equals(there)) {
            throw new Mismatch("there is another log already, up to position " + there.position);
        }
        return there.position;
    }

    private void copyEvents(Connection source, Connection target, long begun, long total) throws SQLException {
        long position = begun;
        while (position < total) {
            position = copyEvents(source, target, position);
            progress.show("copied", position, total);
        }
    }

    private long copyEvents(Connection source, Connection target, long after) throws SQLException {
        long position = after;
        to.begin(target);
        try (PreparedStatement select =
                        source.prepareStatement(Table.EVENT.select(" where position > ? and position <= ?"));
                PreparedStatement insert = target.prepareStatement(Table.EVENT.insert())) {
            select.setLong(1, after);
            select.setLong(2, after + ROWS_AT_ONCE);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    position = rows.getLong("position");
                    Table.EVENT.bind(insert, Table.EVENT.row(rows));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
        if (position == after) {
            throw new Mismatch("there is no event after position " + after);
        }
        target.commit();
        return position;
    }

    private void copySecrets() throws SQLException {
        try (Connection source = opened(from.secrets());
                Connection target = opened(to.secrets())) {
            for (Table table : Table.PRIVATE) {
                try (Statement delete = target.createStatement()) {
                    delete.executeUpdate("delete from " + table.name());
                }
                copy(table, source, target);
            }
            target.commit();
            for (Table table : Table.PRIVATE) {
                compare(table, source, target, 0);
            }
        }
    }

    private static void copy(Table table, Connection source, Connection target) throws SQLException {
        try (Statement select = source.createStatement();
                PreparedStatement insert = target.prepareStatement(table.insert())) {
            select.setFetchSize(ROWS_AT_ONCE);
            int waiting = 0;
            try (ResultSet rows = select.executeQuery(table.select(""))) {
                while (rows.next()) {
                    table.bind(insert, table.row(rows));
                    insert.addBatch();
                    waiting++;
                    if (waiting == ROWS_AT_ONCE) {
                        insert.executeBatch();
                        waiting = 0;
                    }
                }
            }
            insert.executeBatch();
        }
    }

    private void compare(Table table, Connection source, Connection target, long total) throws SQLException {
        try (Statement here = source.createStatement();
                Statement there = target.createStatement()) {
            here.setFetchSize(ROWS_AT_ONCE);
            there.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = here.executeQuery(table.select(""));
                    ResultSet copies = there.executeQuery(table.select(""))) {
                compare(table, rows, copies, total);
            }
        }
    }

    private void compare(Table table, ResultSet rows, ResultSet copies, long total) throws SQLException {
        long compared = 0;
        while (rows.next()) {
            List<@Nullable Object> row = table.row(rows);
            if (!copies.next() || !row.equals(table.row(copies))) {
                throw new Mismatch("what is there is not what was copied: " + table.name() + " " + row.getFirst());
            }
            compared++;
            if (compared % ROWS_AT_ONCE == 0) {
                progress.show("compared", compared, total);
            }
        }
        if (copies.next()) {
            throw new Mismatch("there is more than what was copied: " + table.name() + " "
                    + table.row(copies).getFirst());
        }
    }

    private static End end(Connection log) throws SQLException {
        try (Statement statement = log.createStatement();
                ResultSet row =
                        statement.executeQuery("select position, event_id from event order by position desc limit 1")) {
            return row.next() ? new End(row.getLong(1), row.getString(2)) : new End(0, null);
        }
    }

    private static End at(Connection log, long position) throws SQLException {
        try (PreparedStatement select = log.prepareStatement("select event_id from event where position = ?")) {
            select.setLong(1, position);
            try (ResultSet row = select.executeQuery()) {
                return new End(position, row.next() ? row.getString(1) : null);
            }
        }
    }
}
