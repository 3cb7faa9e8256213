package dev.patchbay.query.routing;

import dev.patchbay.shared.routing.Because;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Events that explain a row, as columns of the question about it. */
final class Explanations {

    private Explanations() {}

    /** The columns of a recorded event that is joined under this name. */
    static String columns(String name) {
        return "%1$s.position as %1$s_position, %1$s.type as %1$s_type, %1$s.recorded_at as %1$s_recorded_at, "
                        .formatted(name)
                + "%1$s.actor_kind as %1$s_actor_kind, %1$s.actor_id as %1$s_actor_id".formatted(name);
    }

    static Because because(ResultSet row, String name) throws SQLException {
        return new Because(
                row.getLong(name + "_position"),
                row.getString(name + "_type"),
                Instant.parse(row.getString(name + "_recorded_at")),
                new Because.Actor(row.getString(name + "_actor_kind"), row.getLong(name + "_actor_id")));
    }
}
