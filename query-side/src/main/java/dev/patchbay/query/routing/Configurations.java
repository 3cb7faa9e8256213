package dev.patchbay.query.routing;

import static dev.patchbay.query.routing.Explanations.because;

import dev.patchbay.query.Views;
import dev.patchbay.query.routing.Configuration.Absence;
import dev.patchbay.query.routing.Configuration.Attached;
import dev.patchbay.query.routing.Configuration.Fallback;
import dev.patchbay.query.routing.Configuration.Target;
import dev.patchbay.query.virtualnumber.VisibleVirtualNumbers;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.virtualnumber.RoutingStrategy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How virtual numbers were configured at a position of the log, those included that had been released by then. */
final class Configurations {

    /** The row of the number that is true at the position, or else the one that was until its release. */
    private static final String NUMBER = """
            select n.*, %s, %s, %s
            from (select * from (
                    select * from (select * from virtual_number
                        where id = :id and valid_to > :position order by valid_to limit 1) as present
                    union all
                    select * from (select * from virtual_number
                        where id = :id and valid_to <= :position order by valid_to desc limit 1) as past) as known
                where valid_from <= :position order by valid_to desc limit 1) as n
            cross join recorded_event activation
            cross join recorded_event setting
            left join recorded_event release on release.position = n.valid_to and n.valid_to <= :position
            where activation.position = n.active_since and setting.position = n.fallback_since
            """.formatted(
            Explanations.columns("activation"), Explanations.columns("setting"), Explanations.columns("release"));

    private static final String OPERATORS =
            """
            select o.id, o.name, o.phone_number, o.active, a.ring_seconds, %s, %s
            from attachment a cross join operator o
            cross join recorded_event placement cross join recorded_event activation
            where a.virtual_number_id = :id and a.valid_from <= :position and :position < a.valid_to
            and o.id = a.operator_id and o.valid_from <= :position and :position < o.valid_to
            and placement.position = a.rank and activation.position = o.active_since
            order by a.rank, a.place
            """.formatted(Explanations.columns("placement"), Explanations.columns("activation"));

    private final Views views;
    private final Turns turns;

    Configurations(Views views, Turns turns) {
        this.views = views;
        this.turns = turns;
    }

    /** A number that the scope can see, or could when it was released. */
    Optional<Configuration> of(long virtualNumberId, Scope scope, long position) {
        return views.asOf(position, scope, NUMBER + " and " + VisibleVirtualNumbers.lastSeenUnder(scope))
                .param("id", virtualNumberId)
                .query((row, index) -> Row.of(row))
                .optional()
                .map(row -> configuration(row, scope, position));
    }

    private Configuration configuration(Row row, Scope scope, long position) {
        return new Configuration(
                row.id,
                row.phoneNumber,
                row.name,
                row.absence,
                row.strategy,
                row.ringTimeoutSeconds,
                row.recording,
                operators(row.id, position),
                new Fallback(
                        row.fallback.type(),
                        row.fallback.phoneNumber(),
                        row.fallback.virtualNumberId(),
                        target(row, scope, position),
                        row.fallback.because()));
    }

    /** A number that takes no calls leads nowhere; and only those that do are sure never to lead back. */
    private @Nullable Target target(Row row, Scope scope, long position) {
        Long other = row.fallback.virtualNumberId();
        return other == null || row.absence != null
                ? null
                : of(other, scope, position)
                        .map(configuration -> new Target(configuration, turns.next(other, position)))
                        .orElse(null);
    }

    private List<Attached> operators(long virtualNumberId, long position) {
        return views.asOf(position, OPERATORS)
                .param("id", virtualNumberId)
                .query((row, place) -> new Attached(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("phone_number"),
                        row.getObject("ring_seconds") == null ? null : row.getInt("ring_seconds"),
                        row.getBoolean("active"),
                        because(row, "placement"),
                        because(row, "activation")))
                .list();
    }

    /** What the row of a number says by itself; its connection is given back before the next question. */
    private record Row(
            long id,
            String phoneNumber,
            @Nullable String name,
            @Nullable Absence absence,
            RoutingStrategy strategy,
            int ringTimeoutSeconds,
            boolean recording,
            Fallback fallback) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong("id"),
                    row.getString("phone_number"),
                    row.getString("name"),
                    absence(row),
                    RoutingStrategy.of(row.getString("routing_strategy")).orElseThrow(),
                    row.getInt("ring_timeout_seconds"),
                    row.getBoolean("recording"),
                    new Fallback(
                            row.getString("fallback_type"),
                            row.getString("fallback_phone_number"),
                            row.getObject("fallback_virtual_number_id") == null
                                    ? null
                                    : row.getLong("fallback_virtual_number_id"),
                            null,
                            because(row, "setting")));
        }

        private static @Nullable Absence absence(ResultSet row) throws SQLException {
            if (row.getObject("release_position") != null) {
                return Absence.released(because(row, "release"));
            }
            return row.getBoolean("active") ? null : Absence.inactive(because(row, "activation"));
        }
    }
}
