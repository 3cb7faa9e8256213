package dev.patchbay.query.routing;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.routing.RouteQuery.FindRecordedRoute;
import dev.patchbay.shared.routing.RouteQuery.FindRouteOfCall;
import dev.patchbay.shared.routing.RouteQuery.RecordedRoute;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Answers what was decided. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class RecordedRouteAnswers {

    private static final long ONLY_VERSION = 0;
    private static final String RECORDED =
            "select virtual_number_id, turn, call_id, decided_at from route where position <= :position and ";
    private static final String OF_TURN = RECORDED + "virtual_number_id = :id and turn = :turn";
    private static final String OF_CALL =
            RECORDED + "virtual_number_id = :id and call_id = :call order by position limit 1";

    private final Views views;
    private final Progress progress;

    RecordedRouteAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(FindRecordedRoute query) {
        long position = progress.await(query.moment());
        return route(
                views.asOf(position, OF_TURN)
                        .param("id", query.virtualNumberId())
                        .param("turn", query.turn()),
                position);
    }

    @QueryHandler
    Answer answer(FindRouteOfCall query) {
        long position = progress.await(query.moment());
        return route(
                views.asOf(position, OF_CALL)
                        .param("id", query.virtualNumberId())
                        .param("call", query.callId()),
                position);
    }

    private static Answer route(StatementSpec statement, long position) {
        return statement
                .query((row, index) -> new Answer<>(
                        new RecordedRoute(
                                row.getLong("virtual_number_id"),
                                row.getLong("turn"),
                                row.getLong("call_id"),
                                row.getLong("decided_at")),
                        ONLY_VERSION,
                        position))
                .optional()
                .orElseGet(() -> Answer.none(position));
    }
}
