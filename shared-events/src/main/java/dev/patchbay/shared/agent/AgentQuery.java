package dev.patchbay.shared.agent;

import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Query;
import java.util.List;
import java.util.Set;

/** Everything one may ask about agents; deleted ones are not found. */
public sealed interface AgentQuery<T> extends Query<T> {

    /** One agent of an account. */
    record FindAgent(long agentId, long accountId, Moment moment) implements AgentQuery<AgentView> {}

    /** What an agent may do, whatever the account. */
    record FindAgentAuthority(long agentId, Moment moment) implements AgentQuery<AgentAuthority> {}

    /** The agents of an account, those that changed last first. */
    record ListAgents(long accountId, Moment moment) implements AgentQuery<List<AgentSummary>> {}

    /** Which of these addresses are those of agents of an account. */
    record ListKnownEmails(long accountId, Set<String> emails, Moment moment) implements AgentQuery<Set<String>> {
        public ListKnownEmails {
            emails = Set.copyOf(emails);
        }
    }

    /** The ids of the agents that have a role, ascending. */
    record ListAgentsWithRole(long roleId, Moment moment) implements AgentQuery<List<Long>> {}

    /** The ids of the agents that are members of a team, ascending. */
    record ListMembersOfTeam(long teamId, Moment moment) implements AgentQuery<List<Long>> {}

    /** The agents of all accounts whom only their own activity keeps where they are, by id. */
    record ListAgentsAtWork(Moment moment) implements AgentQuery<List<AgentAtWork>> {}

    /** An agent who is online or away. */
    record AgentAtWork(long agentId, long accountId) {}
}
