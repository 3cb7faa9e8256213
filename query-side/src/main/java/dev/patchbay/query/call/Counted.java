package dev.patchbay.query.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What a call adds to the statistics.
 *
 * @param operator who answered, if an operator did
 * @param quarter the quarter of an hour in which it began, counted since 1970
 * @param counts false while it rings
 * @param seconds 0 unless it was answered
 */
record Counted(long number, @Nullable Long operator, long quarter, boolean counts, boolean answered, long seconds) {

    static final long QUARTER_SECONDS = 900;

    static Counted of(ResultSet call) throws SQLException {
        String status = call.getString("call_status");
        boolean answered = status.equals("answered");
        return new Counted(
                call.getLong("virtual_number_id"),
                CallRows.number(call, "operator_id"),
                Math.floorDiv(call.getLong("started_at"), QUARTER_SECONDS),
                !status.equals("ringing"),
                answered,
                answered ? call.getLong("call_duration") : 0);
    }
}
