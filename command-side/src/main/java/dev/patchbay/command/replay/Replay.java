package dev.patchbay.command.replay;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.patchbay.command.claim.Names;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.replay.ReplayAccepted;
import dev.patchbay.shared.replay.ReplayCancelled;
import dev.patchbay.shared.replay.ReplayCommand.AcceptReplay;
import dev.patchbay.shared.replay.ReplayCommand.CancelReplay;
import dev.patchbay.shared.replay.ReplayCommand.DiscardReplay;
import dev.patchbay.shared.replay.ReplayCommand.FailReplay;
import dev.patchbay.shared.replay.ReplayCommand.LimitReplay;
import dev.patchbay.shared.replay.ReplayCommand.PauseReplay;
import dev.patchbay.shared.replay.ReplayCommand.ReportDifferences;
import dev.patchbay.shared.replay.ReplayCommand.ResumeReplay;
import dev.patchbay.shared.replay.ReplayCommand.StartReplay;
import dev.patchbay.shared.replay.ReplayCommand.SwitchReplay;
import dev.patchbay.shared.replay.ReplayDiffered;
import dev.patchbay.shared.replay.ReplayDiscarded;
import dev.patchbay.shared.replay.ReplayFailed;
import dev.patchbay.shared.replay.ReplayId;
import dev.patchbay.shared.replay.ReplayLimited;
import dev.patchbay.shared.replay.ReplayPaused;
import dev.patchbay.shared.replay.ReplayResumed;
import dev.patchbay.shared.replay.ReplayStarted;
import dev.patchbay.shared.replay.ReplayStatus;
import dev.patchbay.shared.replay.ReplaySwitched;
import dev.patchbay.shared.replay.ReplayTableDiffered;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A projection on its way to being built anew, beside the one that answers. */
@Aggregate
class Replay {

    @AggregateIdentifier
    private ReplayId id;

    private String projection;
    private @Nullable Integer eventsPerSecond;
    private ReplayStatus status;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(StartReplay command, Names names) {
        names.claim(
                Kind.REPLAY,
                Names.INSTALLATION,
                command.projection(),
                command.id().value());
        apply(new ReplayStarted(
                command.id().value(), command.account().value(), command.projection(), command.eventsPerSecond()));
    }

    @CommandHandler
    void decide(LimitReplay command) {
        requireUnderWay();
        if (!Objects.equals(command.eventsPerSecond(), eventsPerSecond)) {
            apply(new ReplayLimited(id.value(), command.eventsPerSecond()));
        }
    }

    @CommandHandler
    void decide(PauseReplay command) {
        if (isToBecome(ReplayStatus.PAUSED, ReplayStatus.RUNNING)) {
            apply(new ReplayPaused(id.value()));
        }
    }

    @CommandHandler
    void decide(ResumeReplay command) {
        if (isToBecome(ReplayStatus.RUNNING, ReplayStatus.PAUSED)) {
            apply(new ReplayResumed(id.value()));
        }
    }

    @CommandHandler
    void decide(CancelReplay command, Names names) {
        if (isToBecome(ReplayStatus.CANCELLED, ReplayStatus.RUNNING, ReplayStatus.PAUSED, ReplayStatus.DIFFERING)) {
            end(names);
            apply(new ReplayCancelled(id.value()));
        }
    }

    @CommandHandler
    void decide(AcceptReplay command) {
        if (isToBecome(ReplayStatus.ACCEPTED, ReplayStatus.DIFFERING)) {
            apply(new ReplayAccepted(id.value()));
        }
    }

    @CommandHandler
    void decide(DiscardReplay command, Names names) {
        if (isToBecome(ReplayStatus.DISCARDED, ReplayStatus.DIFFERING)) {
            end(names);
            apply(new ReplayDiscarded(id.value()));
        }
    }

    @CommandHandler
    void decide(ReportDifferences command) {
        if (isToBecome(ReplayStatus.DIFFERING, ReplayStatus.RUNNING)) {
            command.tables()
                    .forEach(table -> apply(new ReplayTableDiffered(
                            id.value(), table.table(), table.onlyInOld(), table.onlyInNew(), table.rows())));
            apply(new ReplayDiffered(id.value(), command.position()));
        }
    }

    @CommandHandler
    void decide(SwitchReplay command, Names names) {
        if (status != ReplayStatus.SWITCHED) {
            end(names);
            apply(new ReplaySwitched(id.value(), command.position()));
        }
    }

    @CommandHandler
    void decide(FailReplay command, Names names) {
        if (isToEnd(ReplayStatus.FAILED)) {
            end(names);
            apply(new ReplayFailed(id.value(), command.position(), command.error()));
        }
    }

    private void end(Names names) {
        names.free(Kind.REPLAY, Names.INSTALLATION, projection, id.value());
    }

    private boolean isToEnd(ReplayStatus end) {
        if (status == end) {
            return false;
        }
        requireUnderWay();
        return true;
    }

    private void requireUnderWay() {
        if (!status.isUnderWay()) {
            throw unfit();
        }
    }

    private boolean isToBecome(ReplayStatus wanted, ReplayStatus... from) {
        if (status == wanted) {
            return false;
        }
        if (!List.of(from).contains(status)) {
            throw unfit();
        }
        return true;
    }

    private Refusal unfit() {
        return new Refusal(Refusal.Reason.NOT_NOW, "Replay " + id.value() + " is " + status.word());
    }

    @EventSourcingHandler
    void evolve(ReplayStarted event) {
        id = new ReplayId(event.replayId());
        projection = event.projection();
        eventsPerSecond = event.eventsPerSecond();
        status = ReplayStatus.RUNNING;
    }

    @EventSourcingHandler
    void evolve(ReplayLimited event) {
        eventsPerSecond = event.eventsPerSecond();
    }

    @EventSourcingHandler
    void evolve(ReplayPaused event) {
        status = ReplayStatus.PAUSED;
    }

    @EventSourcingHandler
    void evolve(ReplayResumed event) {
        status = ReplayStatus.RUNNING;
    }

    @EventSourcingHandler
    void evolve(ReplayCancelled event) {
        status = ReplayStatus.CANCELLED;
    }

    @EventSourcingHandler
    void evolve(ReplayDiffered event) {
        status = ReplayStatus.DIFFERING;
    }

    @EventSourcingHandler
    void evolve(ReplayAccepted event) {
        status = ReplayStatus.ACCEPTED;
    }

    @EventSourcingHandler
    void evolve(ReplayDiscarded event) {
        status = ReplayStatus.DISCARDED;
    }

    @EventSourcingHandler
    void evolve(ReplaySwitched event) {
        status = ReplayStatus.SWITCHED;
    }

    @EventSourcingHandler
    void evolve(ReplayFailed event) {
        status = ReplayStatus.FAILED;
    }

    Replay() {}
}
