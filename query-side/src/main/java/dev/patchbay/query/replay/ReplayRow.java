package dev.patchbay.query.replay;

import dev.patchbay.shared.replay.ReplayView;
import dev.patchbay.shared.replay.TableDifference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A replay as a row of its table, without its differences. */
record ReplayRow(
        long id,
        long version,
        long accountId,
        String projection,
        String status,
        @Nullable Integer eventsPerSecond,
        long startedPosition,
        @Nullable Long reachedPosition,
        @Nullable String error,
        Instant createdAt,
        Instant updatedAt) {

    static ReplayRow of(ResultSet row) throws SQLException {
        return new ReplayRow(
                row.getLong("id"),
                row.getLong("version"),
                row.getLong("account_id"),
                row.getString("projection"),
                row.getString("status"),
                row.getObject("events_per_second") == null ? null : row.getInt("events_per_second"),
                row.getLong("started_position"),
                row.getObject("reached_position") == null ? null : row.getLong("reached_position"),
                row.getString("error"),
                Instant.parse(row.getString("created_at")),
                Instant.parse(row.getString("updated_at")));
    }

    ReplayView view(List<TableDifference> differences) {
        return new ReplayView(
                id,
                accountId,
                projection,
                status,
                eventsPerSecond,
                startedPosition,
                reachedPosition,
                differences,
                error,
                createdAt,
                updatedAt);
    }
}
