package dev.patchbay.shared.replay;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.account.AccountId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one may ask of a replay. Asking for what is already so is harmless. */
public sealed interface ReplayCommand extends Command {

    @Override
    @TargetAggregateIdentifier
    ReplayId id();

    /**
     * Refused while another replay of the projection is under way.
     *
     * @param account whose key asks for it
     * @param eventsPerSecond how fast at most; null for as fast as can be
     */
    record StartReplay(
            ReplayId id,
            AccountId account,
            String projection,
            @Nullable Integer eventsPerSecond) implements ReplayCommand {}

    /** Null for as fast as can be. */
    record LimitReplay(ReplayId id, @Nullable Integer eventsPerSecond) implements ReplayCommand {}

    record PauseReplay(ReplayId id) implements ReplayCommand {}

    record ResumeReplay(ReplayId id) implements ReplayCommand {}

    /** Ends it, unless it was accepted. */
    record CancelReplay(ReplayId id) implements ReplayCommand {}

    /** Lets the new views answer although they differ. */
    record AcceptReplay(ReplayId id) implements ReplayCommand {}

    /** Throws the new views away because they differ. */
    record DiscardReplay(ReplayId id) implements ReplayCommand {}

    /** The new views are not the old ones at this position; of many tables only the first are kept. */
    record ReportDifferences(ReplayId id, long position, List<TableDifference> tables) implements ReplayCommand {
        private static final int TABLES = 20;

        public ReportDifferences {
            tables = tables.stream().limit(TABLES).toList();
        }
    }

    /** The new views answer from this position on, whatever somebody has asked meanwhile. */
    record SwitchReplay(ReplayId id, long position) implements ReplayCommand {}

    /** It came to this position and no further; what is long of the error is left out. */
    record FailReplay(ReplayId id, long position, String error) implements ReplayCommand {
        private static final int LENGTH = 500;

        public FailReplay {
            error = Excerpt.of(error, LENGTH);
        }
    }
}
