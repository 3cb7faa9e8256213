package dev.patchbay.shared.projection;

import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything one may ask about projections; what they are doing is always what they do when asked. */
public sealed interface ProjectionQuery<T> extends Query<T> {

    /** All of them. */
    record ListProjections(Moment moment) implements ProjectionQuery<List<ProjectionView>> {}

    /** What a projection has parked, in the order of the log; no page for all of it. */
    record ListDeadLetters(String projection, @Nullable Page page, Moment moment)
            implements ProjectionQuery<Listing<DeadLetterView>> {}

    /** How far a replay is, if whoever makes it says so. */
    record FindReplayProgress(long replayId, Moment moment) implements ProjectionQuery<ReplayProgress> {}
}
