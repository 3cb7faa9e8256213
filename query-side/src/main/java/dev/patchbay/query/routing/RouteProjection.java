package dev.patchbay.query.routing;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.Views;
import dev.patchbay.shared.routing.RouteDecided;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Keeps what was decided, and which turn is next then: turns may be recorded in another order than they were given out. */
@Component
@ProcessingGroup("views")
final class RouteProjection {

    private static final String INSERT = """
            insert into route (position, virtual_number_id, turn, call_id, decided_at, next_turn)
            select ?, ?, ?, ?, ?, max(following) from (
                select cast(? as bigint) + 1 as following
                union all
                select * from (select next_turn from route where virtual_number_id = ? order by position desc limit 1)
                    as last) as candidate
            """;

    private final Views views;

    RouteProjection(Views views) {
        this.views = views;
    }

    @EventHandler
    void on(RouteDecided event, Recorded recorded) {
        views.write(
                INSERT,
                recorded.position(),
                event.virtualNumberId(),
                event.turn(),
                event.callId(),
                event.decidedAt(),
                event.turn(),
                event.virtualNumberId());
    }
}
