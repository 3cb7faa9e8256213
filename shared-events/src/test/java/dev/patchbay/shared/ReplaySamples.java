package dev.patchbay.shared;

import dev.patchbay.shared.replay.ReplayAccepted;
import dev.patchbay.shared.replay.ReplayCancelled;
import dev.patchbay.shared.replay.ReplayDiffered;
import dev.patchbay.shared.replay.ReplayDiscarded;
import dev.patchbay.shared.replay.ReplayFailed;
import dev.patchbay.shared.replay.ReplayLimited;
import dev.patchbay.shared.replay.ReplayPaused;
import dev.patchbay.shared.replay.ReplayResumed;
import dev.patchbay.shared.replay.ReplayStarted;
import dev.patchbay.shared.replay.ReplaySwitched;
import dev.patchbay.shared.replay.ReplayTableDiffered;
import java.util.List;
import java.util.stream.Stream;

/** Samples of what happens to replays. */
final class ReplaySamples {

    private ReplaySamples() {}

    static Stream<Event> all() {
        return Stream.of(
                new ReplayStarted(12, 7, "views", 50_000),
                new ReplayLimited(12, 1_000_000),
                new ReplayPaused(12),
                new ReplayResumed(12),
                new ReplayCancelled(12),
                new ReplayTableDiffered(12, "operator", 3, 4, List.of("only in old: id=1", "only in new: id=\"Žal\"")),
                new ReplayDiffered(12, 9_007_199_254_740_993L),
                new ReplayAccepted(12),
                new ReplayDiscarded(12),
                new ReplaySwitched(12, 1234),
                new ReplayFailed(12, 1234, "no such table: operator"));
    }
}
