package dev.patchbay.server.replay;

import dev.patchbay.query.Projections;
import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.server.ConditionalOnRole;
import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.replay.ReplayCommand;
import dev.patchbay.shared.replay.ReplayCommand.StartReplay;
import dev.patchbay.shared.replay.ReplayId;
import dev.patchbay.shared.replay.ReplayQuery.FindReplayUnderWay;
import dev.patchbay.shared.replay.ReplayQuery.ListReplays;
import dev.patchbay.shared.replay.ReplayStatus;
import dev.patchbay.shared.replay.ReplayView;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The replays as the log has them, seen from whoever makes them. */
@Component
@ConditionalOnRole(Role.QUERY)
class Replays {
    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

    /** In whose audit trail it stands what the server does for all. */
    private static final AccountId FIRST_ACCOUNT = new AccountId(1);

    private final Questions questions;
    private final Decisions decisions;

    Replays(Questions questions, Decisions decisions) {
        this.questions = questions;
        this.decisions = decisions;
    }

    /** The one that has not ended, after all that is recorded. */
    Optional<ReplayView> underWay() {
        return questions
                .ask(new FindReplayUnderWay(Projections.GROUP, Moment.head()))
                .found();
    }

    /** The newest one that let its views serve, 0 when there is none. */
    long lastSwitched() {
        return questions
                .ask(new ListReplays(Projections.GROUP, null, Moment.head()))
                .found()
                .map(Listing::entries)
                .orElseGet(List::of)
                .stream()
                .filter(replay -> ReplayStatus.of(replay.status()) == ReplayStatus.SWITCHED)
                .mapToLong(ReplayView::id)
                .max()
                .orElse(0);
    }

    /** Whether nobody has decided anything about it but how fast it goes. */
    boolean isStill(ReplayView replay) {
        return underWay()
                .filter(now -> now.id() == replay.id() && now.status().equals(replay.status()))
                .isPresent();
    }

    /** Starts one that nobody has asked for. */
    void start() {
        Provenance provenance = provenance(FIRST_ACCOUNT.value());
        ReplayId id = new ReplayId(decisions.allocate(Kind.REPLAY, provenance));
        decisions.decide(Together.of(new StartReplay(id, FIRST_ACCOUNT, Projections.GROUP, null)), provenance);
        LOG.info("the projections have changed: replay {} builds the views anew", id.value());
    }

    /** Records what became of it, unless somebody has ended it meanwhile. */
    void say(ReplayView replay, Function<ReplayId, ReplayCommand> what) {
        ReplayCommand command = what.apply(new ReplayId(replay.id()));
        try {
            decisions.decide(Together.of(command), provenance(replay.accountId()));
        } catch (CommandExecutionException refused) {
            if (Refusal.in(refused)
                    .filter(why -> why.reason() == Refusal.Reason.NOT_NOW)
                    .isEmpty()) {
                throw refused;
            }
            LOG.info("{} comes too late: {}", command, refused.getMessage());
        }
    }

    private static Provenance provenance(long account) {
        return Provenance.system(account, UUID.randomUUID().toString());
    }
}
