package dev.patchbay.shared.team;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.account.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one may ask of a team. Asking for what is already so is harmless. */
public sealed interface TeamCommand extends Command {

    @Override
    @TargetAggregateIdentifier
    TeamId id();

    record CreateTeam(TeamId id, AccountId account, String name, Settings settings) implements TeamCommand {}

    record RenameTeam(TeamId id, String name) implements TeamCommand {}

    /** Null for none. */
    record ChangeTeamEmoji(TeamId id, @Nullable String emoji) implements TeamCommand {}

    record ChangeTeamAssignmentType(TeamId id, AssignmentType type) implements TeamCommand {}

    /** An empty one when the team has none of its own. */
    record ChangeTeamTimezone(TeamId id, String timezone) implements TeamCommand {}

    /** 0 for no limit. */
    record ChangeTeamAssignmentLimit(TeamId id, int limit) implements TeamCommand {}

    /** Nobody is a member of the team any more. */
    record DeleteTeam(TeamId id) implements TeamCommand {}

    /** What may be said of a team beyond its name. */
    record Settings(@Nullable String emoji, AssignmentType assignmentType, String timezone, int assignmentLimit) {}
}
