package dev.patchbay.query;

import dev.patchbay.shared.Event;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.audit.AuditFilter;
import dev.patchbay.shared.audit.AuditQuery.FindBlame;
import dev.patchbay.shared.audit.AuditQuery.FindDifference;
import dev.patchbay.shared.audit.AuditQuery.ListHistory;
import dev.patchbay.shared.audit.AuditQuery.Part;
import dev.patchbay.shared.replay.ReplayAccepted;
import dev.patchbay.shared.replay.ReplayCancelled;
import dev.patchbay.shared.replay.ReplayDiffered;
import dev.patchbay.shared.replay.ReplayDiscarded;
import dev.patchbay.shared.replay.ReplayFailed;
import dev.patchbay.shared.replay.ReplayLimited;
import dev.patchbay.shared.replay.ReplayPaused;
import dev.patchbay.shared.replay.ReplayQuery.FindReplay;
import dev.patchbay.shared.replay.ReplayQuery.FindReplayUnderWay;
import dev.patchbay.shared.replay.ReplayQuery.ListReplays;
import dev.patchbay.shared.replay.ReplayResumed;
import dev.patchbay.shared.replay.ReplayStarted;
import dev.patchbay.shared.replay.ReplaySwitched;
import dev.patchbay.shared.replay.ReplayTableDiffered;
import java.util.List;

/** Replays with every end there is. */
final class ReplayStory {

    private ReplayStory() {}

    static List<Event> events() {
        return List.of(
                new ReplayStarted(71, 1, "views", null),
                new ReplayLimited(71, 5000),
                new ReplayPaused(71),
                new ReplayResumed(71),
                new ReplayTableDiffered(71, "operator", 1, 0, List.of("id=11 valid_from=6", "id=12 valid_from=7")),
                new ReplayTableDiffered(71, "account", 0, 2, List.of()),
                new ReplayDiffered(71, 40),
                new ReplayAccepted(71),
                new ReplaySwitched(71, 44),
                new ReplayStarted(72, 1, "views", 10),
                new ReplayTableDiffered(72, "operator", 0, 1, List.of("id=11")),
                new ReplayDiffered(72, 60),
                new ReplayDiscarded(72),
                new ReplayStarted(73, 1, "views", null),
                new ReplayCancelled(73),
                new ReplayStarted(74, 1, "views", null),
                new ReplayFailed(74, 70, "disk full"),
                new ReplayStarted(75, 1, "views", null));
    }

    static List<Query<?>> questions(Moment moment) {
        Scope account = new Scope(1, null);
        Which first = Which.numbered(71);
        return List.of(
                new FindReplay("views", 71, moment),
                new FindReplay("views", 74, moment),
                new FindReplay("others", 71, moment),
                new FindReplayUnderWay("views", moment),
                new ListReplays("views", null, moment),
                new ListReplays("views", new Page(2, 2), moment),
                new ListHistory(Kind.REPLAY, first, AuditFilter.ANY, new Part(null, false, 3), account, moment),
                new FindDifference(Kind.REPLAY, first, 5, 200, account, moment),
                new FindBlame(Kind.REPLAY, first, account, moment));
    }
}
