package dev.patchbay.command.team;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.patchbay.command.claim.Names;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.team.TeamAssignmentLimitChanged;
import dev.patchbay.shared.team.TeamAssignmentTypeChanged;
import dev.patchbay.shared.team.TeamCommand.ChangeTeamAssignmentLimit;
import dev.patchbay.shared.team.TeamCommand.ChangeTeamAssignmentType;
import dev.patchbay.shared.team.TeamCommand.ChangeTeamEmoji;
import dev.patchbay.shared.team.TeamCommand.ChangeTeamTimezone;
import dev.patchbay.shared.team.TeamCommand.CreateTeam;
import dev.patchbay.shared.team.TeamCommand.DeleteTeam;
import dev.patchbay.shared.team.TeamCommand.RenameTeam;
import dev.patchbay.shared.team.TeamCreated;
import dev.patchbay.shared.team.TeamDeleted;
import dev.patchbay.shared.team.TeamEmojiChanged;
import dev.patchbay.shared.team.TeamId;
import dev.patchbay.shared.team.TeamRenamed;
import dev.patchbay.shared.team.TeamTimezoneChanged;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Agents who are given conversations together. */
@Aggregate
class Team {

    @AggregateIdentifier
    private TeamId id;

    private long account;
    private String name;
    private @Nullable String emoji;
    private String assignmentType;
    private String timezone;
    private int assignmentLimit;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(CreateTeam command, Names names) {
        names.claim(
                Kind.TEAM,
                command.account().value(),
                command.name(),
                command.id().value());
        apply(new TeamCreated(
                command.id().value(),
                command.account().value(),
                command.name(),
                command.settings().emoji(),
                command.settings().assignmentType().word(),
                command.settings().timezone(),
                command.settings().assignmentLimit()));
    }

    @CommandHandler
    void decide(RenameTeam command, Names names) {
        if (!command.name().equals(name)) {
            names.exchange(Kind.TEAM, account, name, command.name(), id.value());
            apply(new TeamRenamed(id.value(), command.name()));
        }
    }

    @CommandHandler
    void decide(ChangeTeamEmoji command) {
        if (!Objects.equals(command.emoji(), emoji)) {
            apply(new TeamEmojiChanged(id.value(), command.emoji()));
        }
    }

    @CommandHandler
    void decide(ChangeTeamAssignmentType command) {
        if (!command.type().word().equals(assignmentType)) {
            apply(new TeamAssignmentTypeChanged(id.value(), command.type().word()));
        }
    }

    @CommandHandler
    void decide(ChangeTeamTimezone command) {
        if (!command.timezone().equals(timezone)) {
            apply(new TeamTimezoneChanged(id.value(), command.timezone()));
        }
    }

    @CommandHandler
    void decide(ChangeTeamAssignmentLimit command) {
        if (command.limit() != assignmentLimit) {
            apply(new TeamAssignmentLimitChanged(id.value(), command.limit()));
        }
    }

    @CommandHandler
    void decide(DeleteTeam command, Names names) {
        names.free(Kind.TEAM, account, name, id.value());
        apply(new TeamDeleted(id.value()));
    }

    boolean belongsTo(long otherAccount) {
        return account == otherAccount;
    }

    @EventSourcingHandler
    void evolve(TeamCreated event) {
        id = new TeamId(event.teamId());
        account = event.accountId();
        name = event.name();
        emoji = event.emoji();
        assignmentType = event.assignmentType();
        timezone = event.timezone();
        assignmentLimit = event.assignmentLimit();
    }

    @EventSourcingHandler
    void evolve(TeamRenamed event) {
        name = event.name();
    }

    @EventSourcingHandler
    void evolve(TeamEmojiChanged event) {
        emoji = event.emoji();
    }

    @EventSourcingHandler
    void evolve(TeamAssignmentTypeChanged event) {
        assignmentType = event.assignmentType();
    }

    @EventSourcingHandler
    void evolve(TeamTimezoneChanged event) {
        timezone = event.timezone();
    }

    @EventSourcingHandler
    void evolve(TeamAssignmentLimitChanged event) {
        assignmentLimit = event.assignmentLimit();
    }

    @EventSourcingHandler
    void evolve(TeamDeleted event) {
        markDeleted();
    }

    Team() {}
}
