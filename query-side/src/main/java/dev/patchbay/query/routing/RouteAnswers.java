package dev.patchbay.query.routing;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.routing.RouteQuery.FindRoute;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers where a call goes. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class RouteAnswers {

    private final Configurations configurations;
    private final Turns turns;
    private final Progress progress;

    RouteAnswers(Views views, Progress progress) {
        this.turns = new Turns(views);
        this.configurations = new Configurations(views, turns);
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(FindRoute query) {
        long position = progress.await(query.moment());
        long id = query.virtualNumberId();
        return configurations
                .of(id, query.scope(), position)
                .map(number -> Answer.list(
                        Routing.route(number, query.turn() == null ? turns.next(id, position) : query.turn()),
                        position))
                .orElseGet(() -> Answer.none(position));
    }
}
