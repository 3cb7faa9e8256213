package dev.patchbay.query.call;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What calls come to.
 *
 * @param calls that do not ring any more
 * @param seconds that the answered ones lasted
 */
record Sums(long calls, long answered, long seconds) {

    static final Sums NONE = new Sums(0, 0, 0);

    static Sums of(ResultSet row) throws SQLException {
        return new Sums(row.getLong("calls"), row.getLong("answered"), row.getLong("seconds"));
    }

    Sums plus(Sums other) {
        return new Sums(calls + other.calls, answered + other.answered, seconds + other.seconds);
    }

    long missed() {
        return calls - answered;
    }

    /** Of the answered calls, rounded half up; 0 when there are none. */
    long averageSeconds() {
        return answered == 0 ? 0 : (2 * seconds + answered) / (2 * answered);
    }
}
