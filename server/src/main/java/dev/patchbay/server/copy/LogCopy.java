package dev.patchbay.server.copy;

import dev.patchbay.server.log.PlacedEvent;
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
        try (CopiedLog source = from.log();
                CopiedLog target = to.log()) {
            long total = source.end();
            copyEvents(source, target, requireBeginning(source, target), total);
            compare(source, target, total);
            target.complete();
            copySecrets();
            return total;
        }
    }

    private static long requireBeginning(CopiedLog source, CopiedLog target) throws SQLException {
        long there = target.end();
        if (there > 0 && !source.idAt(there).equals(target.idAt(there))) {
            throw new Mismatch("there is another log already, up to position " + there);
        }
        return there;
    }

    private void copyEvents(CopiedLog source, CopiedLog target, long begun, long total) throws SQLException {
        long position = begun;
        while (position < total) {
            List<PlacedEvent> events = source.after(position, ROWS_AT_ONCE);
            if (events.isEmpty()) {
                throw new Mismatch("there is no event after position " + position);
            }
            target.add(events);
            position = events.getLast().position();
            progress.show("copied", position, total);
        }
    }

    private void compare(CopiedLog source, CopiedLog target, long total) throws SQLException {
        long position = 0;
        while (position < total) {
            List<PlacedEvent> events = source.after(position, ROWS_AT_ONCE);
            List<PlacedEvent> copies = target.after(position, ROWS_AT_ONCE);
            for (int i = 0; i < events.size(); i++) {
                if (i == copies.size() || !events.get(i).equals(copies.get(i))) {
                    throw new Mismatch("what is there is not what was copied: event "
                            + events.get(i).position());
                }
            }
            if (events.isEmpty()) {
                throw new Mismatch("there is no event after position " + position);
            }
            position = events.getLast().position();
            progress.show("compared", position, total);
        }
        if (target.end() > total) {
            throw new Mismatch("there is more than what was copied: event " + (total + 1));
        }
    }

    /** What is read is read in pieces. */
    private static Connection opened(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        return connection;
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
                compare(table, source, target);
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

    private static void compare(Table table, Connection source, Connection target) throws SQLException {
        try (Statement here = source.createStatement();
                Statement there = target.createStatement()) {
            here.setFetchSize(ROWS_AT_ONCE);
            there.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = here.executeQuery(table.select(""));
                    ResultSet copies = there.executeQuery(table.select(""))) {
                compare(table, rows, copies);
            }
        }
    }

    private static void compare(Table table, ResultSet rows, ResultSet copies) throws SQLException {
        while (rows.next()) {
            List<@Nullable Object> row = table.row(rows);
            if (!copies.next() || !row.equals(table.row(copies))) {
                throw new Mismatch("what is there is not what was copied: " + table.name() + " " + row.getFirst());
            }
        }
        if (copies.next()) {
            throw new Mismatch("there is more than what was copied: " + table.name() + " "
                    + table.row(copies).getFirst());
        }
    }
}
