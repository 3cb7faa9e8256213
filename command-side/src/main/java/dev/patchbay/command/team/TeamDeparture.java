package dev.patchbay.command.team;

import dev.patchbay.command.Consequences;
import dev.patchbay.command.Decisions;
import dev.patchbay.command.Memberships;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.agent.AgentCommand.LeaveTeam;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.agent.AgentQuery.ListMembersOfTeam;
import dev.patchbay.shared.team.TeamDeleted;
import dev.patchbay.shared.team.TeamId;
import org.axonframework.eventhandling.EventHandler;

/** Nobody is a member of a deleted team. */
@Consequences
class TeamDeparture {

    private final Memberships memberships;
    private final Decisions decisions;

    TeamDeparture(Memberships memberships, Decisions decisions) {
        this.memberships = memberships;
        this.decisions = decisions;
    }

    @EventHandler
    void react(TeamDeleted event) {
        TeamId team = new TeamId(event.teamId());
        memberships
                .losing(new ListMembersOfTeam(event.teamId(), Moment.head()), "Team")
                .forEach(agent -> decisions.askIfThere(new LeaveTeam(new AgentId(agent), team)));
    }
}
