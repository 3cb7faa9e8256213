package dev.patchbay.server.copy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table, and the columns of a row in their order; the first is what rows are ordered by. */
record Table(String name, List<String> columns) {
    /** What must not be in the log. */
    static final List<Table> PRIVATE = List.of(
            of("credential", "api_key_id", "digest", "announced"),
            of("key_use", "api_key_id", "last_used_at"),
            of("agent_credential", "api_key", "agent_id", "secret_digest", "announced"),
            of("agent_use", "agent_id", "api_key", "last_active_at"),
            of("retained_answer", "request_key", "fingerprint", "status", "headers", "body", "answered_at"));

    static Table of(String name, String... columns) {
        return new Table(name, List.of(columns));
    }

    String select(String condition) {
        return "select " + String.join(", ", columns) + " from " + name + condition + " order by " + columns.getFirst();
    }

    String insert() {
        return "insert into " + name + " (" + String.join(", ", columns) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    /** The values of a row; numbers are long, whatever the store makes of them. */
    List<@Nullable Object> row(ResultSet rows) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (int column = 1; column <= columns.size(); column++) {
            Object value = rows.getObject(column);
            values.add(value instanceof Number number ? (Object) number.longValue() : value);
        }
        return values;
    }

    void bind(PreparedStatement insert, List<@Nullable Object> row) throws SQLException {
        for (int column = 1; column <= row.size(); column++) {
            insert.setObject(column, row.get(column - 1));
        }
    }
}
