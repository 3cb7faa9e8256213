package dev.patchbay.query.replay;

import dev.patchbay.shared.replay.TableDifference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** In what a replay differs, in one table. */
record DifferenceRow(long replay, TableDifference view) {

    static DifferenceRow of(ResultSet row) throws SQLException {
        return new DifferenceRow(
                row.getLong("replay_id"),
                new TableDifference(
                        row.getString("table_name"),
                        row.getLong("only_in_old"),
                        row.getLong("only_in_new"),
                        lines(row.getString("some_rows"))));
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }
}
