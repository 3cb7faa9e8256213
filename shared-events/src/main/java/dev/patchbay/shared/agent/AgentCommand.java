package dev.patchbay.shared.agent;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.role.RoleId;
import dev.patchbay.shared.team.TeamId;
import dev.patchbay.shared.text.EmailAddress;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one may ask of an agent. Asking for what is already so is harmless. */
public sealed interface AgentCommand extends Command {

    @Override
    @TargetAggregateIdentifier
    AgentId id();

    /** Takes somebody in; roles and teams are those of the same account. */
    record CreateAgent(
            AgentId id,
            AccountId account,
            EmailAddress email,
            PersonName name,
            boolean enabled,
            Set<RoleId> roles,
            Set<TeamId> teams)
            implements AgentCommand {
        public CreateAgent {
            roles = Set.copyOf(roles);
            teams = Set.copyOf(teams);
        }
    }

    /** Null for a name that stays. */
    record RenameAgent(
            AgentId id,
            @Nullable String firstName,
            @Nullable String lastName) implements AgentCommand {}

    record ChangeAgentEmail(AgentId id, EmailAddress email) implements AgentCommand {}

    record EnableAgent(AgentId id) implements AgentCommand {}

    record DisableAgent(AgentId id) implements AgentCommand {}

    /** From now on the agent has these roles and no others. */
    record AssignRoles(AgentId id, Set<RoleId> roles) implements AgentCommand {
        public AssignRoles {
            roles = Set.copyOf(roles);
        }
    }

    record WithdrawRole(AgentId id, RoleId role) implements AgentCommand {}

    /** From now on the agent is a member of these teams and no others. */
    record AssignTeams(AgentId id, Set<TeamId> teams) implements AgentCommand {
        public AssignTeams {
            teams = Set.copyOf(teams);
        }
    }

    record LeaveTeam(AgentId id, TeamId team) implements AgentCommand {}

    /**
     * Says how the agent is available.
     *
     * @param automatic whether no person wants it: then what a person has chosen stays
     */
    record ChangeAvailability(AgentId id, Availability availability, boolean automatic) implements AgentCommand {}

    /** Lets whoever holds the key and its secret act as the agent, instead of whoever did before. */
    record IssueAgentKey(AgentId id, String apiKey) implements AgentCommand {}

    record RevokeAgentKey(AgentId id) implements AgentCommand {}

    record DeleteAgent(AgentId id) implements AgentCommand {}
}
