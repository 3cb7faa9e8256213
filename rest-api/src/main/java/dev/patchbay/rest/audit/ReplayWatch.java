package dev.patchbay.rest.audit;

import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.apikey.Permission;
import dev.patchbay.shared.projection.ProjectionQuery.FindReplayProgress;
import dev.patchbay.shared.projection.ProjectionQuery.ListProjections;
import dev.patchbay.shared.projection.ProjectionView;
import dev.patchbay.shared.projection.ReplayProgress;
import dev.patchbay.shared.replay.ReplayQuery.FindReplay;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells those who may know how far the replays are that are under way, once in a while. */
final class ReplayWatch {
    private static final Duration ONCE_IN_A_WHILE = Duration.ofSeconds(1);

    private final Exchange exchange;
    private final Clock clock;
    private final boolean meant;
    private Instant looked = Instant.MIN;
    private boolean soon;

    ReplayWatch(Exchange exchange, Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
        this.meant = exchange.caller().isAccountWide()
                && exchange.caller().permissions().contains(Permission.ADMIN);
    }

    /** How long nothing may happen before it is time to look. */
    Duration patience(Duration otherwise) {
        return soon ? ONCE_IN_A_WHILE : otherwise;
    }

    void tell(EventStream stream) throws IOException {
        if (!meant) {
            return;
        }
        Instant now = clock.instant();
        soon = true;
        if (looked.isBefore(now.minus(ONCE_IN_A_WHILE)) || looked.isAfter(now)) {
            looked = now;
            soon = false;
            for (ProjectionView projection : projections()) {
                Long replay = projection.replayId();
                if (replay != null) {
                    soon = true;
                    tell(projection.name(), replay, stream);
                }
            }
        }
    }

    private void tell(String projection, long replay, EventStream stream) throws IOException {
        var known =
                exchange.ask(new FindReplayProgress(replay, Moment.latest())).found();
        var view = exchange.ask(new FindReplay(projection, replay, Moment.latest()))
                .found();
        if (known.isPresent() && view.isPresent()) {
            stream.progress(new OnItsWay(projection, replay, view.get().status(), known.get()));
        }
    }

    private List<ProjectionView> projections() {
        return exchange.ask(new ListProjections(Moment.latest())).found().orElseThrow();
    }

    /** How far a replay is. */
    record OnItsWay(String projection, long replayId, String status, ReplayProgress progress) {}
}
