package dev.patchbay.rest.projection;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.projection.ProjectionQuery.FindReplayProgress;
import dev.patchbay.shared.projection.ProjectionQuery.ListProjections;
import dev.patchbay.shared.projection.ProjectionView;
import dev.patchbay.shared.replay.ReplayQuery.FindReplay;
import dev.patchbay.shared.replay.ReplayView;

/** The projections and their replays as a request sees them: those of the moment, with the progress of now. */
final class Replays {

    private Replays() {}

    /**
     * Looks for a projection.
     *
     * @throws Problem when there is none of the name
     */
    static Found<ProjectionView> projection(String name, Exchange exchange) {
        return projection(name, exchange, exchange.moment());
    }

    /** The same in the shape in which it is answered. */
    static Found<ProjectionShape> shaped(String name, Exchange exchange, Moment moment) {
        Found<ProjectionView> found = projection(name, exchange, moment);
        return found.as(projection -> shape(projection, exchange, found.position()));
    }

    private static Found<ProjectionView> projection(String name, Exchange exchange, Moment moment) {
        return exchange.find(new ListProjections(moment))
                .as(all -> all.stream()
                        .filter(projection -> projection.name().equals(name))
                        .findFirst()
                        .orElseThrow(Problem::notFound));
    }

    static Found<ReplayShape> replay(String projection, long id, Exchange exchange, Moment moment) {
        return exchange.find(new FindReplay(projection, id, moment)).as(replay -> shape(replay, exchange));
    }

    static ReplayShape shape(ReplayView replay, Exchange exchange) {
        return ReplayShape.of(
                replay,
                exchange.ask(new FindReplayProgress(replay.id(), Moment.latest()))
                        .found()
                        .orElse(null));
    }

    static ProjectionShape shape(ProjectionView projection, Exchange exchange, long position) {
        Long under = projection.replayId();
        return ProjectionShape.of(
                projection,
                under == null
                        ? null
                        : replay(projection.name(), under, exchange, Moment.exactly(position))
                                .view());
    }
}
