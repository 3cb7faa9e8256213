package dev.patchbay.shared.projection;

import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Query;
import java.util.List;

/** Everything one may ask about projections; what they are doing is always what they do when asked. */
public sealed interface ProjectionQuery<T> extends Query<T> {

    /** All of them. */
    record ListProjections(Moment moment) implements ProjectionQuery<List<ProjectionView>> {}

    /** How far a replay is, if whoever makes it says so. */
    record FindReplayProgress(long replayId, Moment moment) implements ProjectionQuery<ReplayProgress> {}
}
