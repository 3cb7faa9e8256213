package dev.patchbay.query.call;

import dev.patchbay.shared.call.CallRecorded;
import dev.patchbay.shared.call.CallStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What a call adds to the statistics.
 *
 * @param operator who answered, if an operator did
 * @param startedAt in seconds since 1970
 * @param counts false while it rings
 * @param seconds 0 unless it was answered
 */
record Counted(long number, @Nullable Long operator, long startedAt, boolean counts, boolean answered, long seconds) {

    static Counted of(CallRecorded event) {
        return of(
                event.virtualNumberId(),
                event.operatorId(),
                event.startedAt().getEpochSecond(),
                event.callStatus(),
                event.callDuration());
    }

    static Counted of(ResultSet call) throws SQLException {
        return of(
                call.getLong("virtual_number_id"),
                CallRows.number(call, "operator_id"),
                call.getLong("started_at"),
                call.getString("call_status"),
                call.getLong("call_duration"));
    }

    private static Counted of(long number, @Nullable Long operator, long startedAt, String status, long duration) {
        boolean answered = status.equals(CallStatus.ANSWERED.word());
        return new Counted(
                number,
                operator,
                startedAt,
                !status.equals(CallStatus.RINGING.word()),
                answered,
                answered ? duration : 0);
    }

    /** The hour in which it began, counted since 1970. */
    long hour() {
        return Math.floorDiv(startedAt, Stretch.HOUR_SECONDS);
    }

    /** The quarter of the hour in which it began, from 0. */
    int quarterOfHour() {
        return (int) (Math.floorMod(startedAt, Stretch.HOUR_SECONDS) / Stretch.QUARTER_SECONDS);
    }
}
