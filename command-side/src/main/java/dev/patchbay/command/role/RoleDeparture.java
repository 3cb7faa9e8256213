package dev.patchbay.command.role;

import dev.patchbay.command.Consequences;
import dev.patchbay.command.Decisions;
import dev.patchbay.command.Memberships;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.agent.AgentCommand.WithdrawRole;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.agent.AgentQuery.ListAgentsWithRole;
import dev.patchbay.shared.role.RoleDeleted;
import dev.patchbay.shared.role.RoleId;
import org.axonframework.eventhandling.EventHandler;

/** Nobody has a deleted role. */
@Consequences
class RoleDeparture {

    private final Memberships memberships;
    private final Decisions decisions;

    RoleDeparture(Memberships memberships, Decisions decisions) {
        this.memberships = memberships;
        this.decisions = decisions;
    }

    @EventHandler
    void react(RoleDeleted event) {
        RoleId role = new RoleId(event.roleId());
        memberships
                .losing(new ListAgentsWithRole(event.roleId(), Moment.head()), "Role")
                .forEach(agent -> decisions.askIfThere(new WithdrawRole(new AgentId(agent), role)));
    }
}
