package dev.patchbay.shared.replay;

import dev.patchbay.shared.Event;

/** What happened to a replay. */
public sealed interface ReplayEvent extends Event
        permits ReplayStarted,
                ReplayLimited,
                ReplayPaused,
                ReplayResumed,
                ReplayCancelled,
                ReplayTableDiffered,
                ReplayDiffered,
                ReplayAccepted,
                ReplayDiscarded,
                ReplaySwitched,
                ReplayFailed {
    long replayId();
}
