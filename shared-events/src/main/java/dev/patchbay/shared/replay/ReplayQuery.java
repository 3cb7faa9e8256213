package dev.patchbay.shared.replay;

import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.Query;
import org.jspecify.annotations.Nullable;

/** Everything one may ask about replays, whoever asked for them. */
public sealed interface ReplayQuery<T> extends Query<T> {

    /** One replay of a projection. */
    record FindReplay(String projection, long replayId, Moment moment) implements ReplayQuery<ReplayView> {}

    /** The replay of a projection that has not ended; there is one at most. */
    record FindReplayUnderWay(String projection, Moment moment) implements ReplayQuery<ReplayView> {}

    /** The replays of a projection, the newest first; no page for all of them. */
    record ListReplays(String projection, @Nullable Page page, Moment moment)
            implements ReplayQuery<Listing<ReplayView>> {}
}
