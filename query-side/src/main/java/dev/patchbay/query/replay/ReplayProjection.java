package dev.patchbay.query.replay;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;
import dev.patchbay.shared.replay.ReplayAccepted;
import dev.patchbay.shared.replay.ReplayCancelled;
import dev.patchbay.shared.replay.ReplayDiffered;
import dev.patchbay.shared.replay.ReplayDiscarded;
import dev.patchbay.shared.replay.ReplayFailed;
import dev.patchbay.shared.replay.ReplayLimited;
import dev.patchbay.shared.replay.ReplayPaused;
import dev.patchbay.shared.replay.ReplayResumed;
import dev.patchbay.shared.replay.ReplayStarted;
import dev.patchbay.shared.replay.ReplayStatus;
import dev.patchbay.shared.replay.ReplaySwitched;
import dev.patchbay.shared.replay.ReplayTableDiffered;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Keeps replays, and in which tables they differ. */
@Component
@ProcessingGroup("views")
final class ReplayProjection {

    private final Timeline replays;
    private final Timeline differences;

    ReplayProjection(Views views) {
        replays = views.timeline(
                "replay",
                List.of("id"),
                List.of(
                        "account_id",
                        "projection",
                        "status",
                        "events_per_second",
                        "started_position",
                        "reached_position",
                        "error",
                        "created_at",
                        "updated_at"));
        differences = views.timeline(
                "replay_difference",
                List.of("replay_id", "table_name"),
                List.of("only_in_old", "only_in_new", "some_rows"));
    }

    @EventHandler
    void on(ReplayStarted event, Recorded recorded) {
        String now = recorded.at().toString();
        replays.open(
                recorded,
                event.replayId(),
                event.accountId(),
                event.projection(),
                ReplayStatus.RUNNING.word(),
                event.eventsPerSecond(),
                recorded.position(),
                null,
                null,
                now,
                now);
    }

    @EventHandler
    void on(ReplayLimited event, Recorded recorded) {
        replays.change(
                recorded,
                event.replayId(),
                "events_per_second, updated_at",
                event.eventsPerSecond(),
                recorded.at().toString());
    }

    @EventHandler
    void on(ReplayPaused event, Recorded recorded) {
        become(ReplayStatus.PAUSED, event.replayId(), recorded);
    }

    @EventHandler
    void on(ReplayResumed event, Recorded recorded) {
        become(ReplayStatus.RUNNING, event.replayId(), recorded);
    }

    @EventHandler
    void on(ReplayCancelled event, Recorded recorded) {
        become(ReplayStatus.CANCELLED, event.replayId(), recorded);
    }

    @EventHandler
    void on(ReplayTableDiffered event, Recorded recorded) {
        differences.open(
                recorded,
                event.replayId(),
                event.tableName(),
                event.onlyInOld(),
                event.onlyInNew(),
                String.join("\n", event.rows()));
        replays.touch(recorded, event.replayId());
    }

    @EventHandler
    void on(ReplayDiffered event, Recorded recorded) {
        reach(ReplayStatus.DIFFERING, event.replayId(), event.position(), recorded);
    }

    @EventHandler
    void on(ReplayAccepted event, Recorded recorded) {
        become(ReplayStatus.ACCEPTED, event.replayId(), recorded);
    }

    @EventHandler
    void on(ReplayDiscarded event, Recorded recorded) {
        become(ReplayStatus.DISCARDED, event.replayId(), recorded);
    }

    @EventHandler
    void on(ReplaySwitched event, Recorded recorded) {
        reach(ReplayStatus.SWITCHED, event.replayId(), event.position(), recorded);
    }

    @EventHandler
    void on(ReplayFailed event, Recorded recorded) {
        replays.change(
                recorded,
                event.replayId(),
                "status, reached_position, error, updated_at",
                ReplayStatus.FAILED.word(),
                event.position(),
                event.error(),
                recorded.at().toString());
    }

    private void become(ReplayStatus status, long replay, Recorded recorded) {
        replays.change(
                recorded,
                replay,
                "status, updated_at",
                status.word(),
                recorded.at().toString());
    }

    private void reach(ReplayStatus status, long replay, long position, Recorded recorded) {
        replays.change(
                recorded,
                replay,
                "status, reached_position, updated_at",
                status.word(),
                position,
                recorded.at().toString());
    }
}
