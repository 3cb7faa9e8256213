package dev.patchbay.query.call;

import dev.patchbay.shared.call.CallView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads calls from rows of their table. */
final class CallRows {

    private CallRows() {}

    static CallView view(ResultSet row) throws SQLException {
        return new CallView(
                row.getLong("id"),
                row.getLong("virtual_number_id"),
                row.getString("external_id"),
                row.getString("direction"),
                row.getString("phone_number"),
                row.getString("caller_name"),
                row.getString("call_status"),
                row.getLong("call_duration"),
                number(row, "operator_id"),
                row.getBoolean("ai_handled"),
                row.getString("transcript_summary"),
                Instant.ofEpochSecond(row.getLong("started_at")),
                time(row, "ended_at"));
    }

    static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Long seconds = number(row, column);
        return seconds == null ? null : Instant.ofEpochSecond(seconds);
    }
}
