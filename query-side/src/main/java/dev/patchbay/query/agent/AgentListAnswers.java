package dev.patchbay.query.agent;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.agent.AgentQuery.AgentAtWork;
import dev.patchbay.shared.agent.AgentQuery.ListAgents;
import dev.patchbay.shared.agent.AgentQuery.ListAgentsAtWork;
import dev.patchbay.shared.agent.AgentQuery.ListAgentsWithRole;
import dev.patchbay.shared.agent.AgentQuery.ListKnownEmails;
import dev.patchbay.shared.agent.AgentQuery.ListMembersOfTeam;
import dev.patchbay.shared.agent.AgentSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers which agents there are. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class AgentListAnswers {

    static final String OF_ACCOUNT = """
            select * from agent
            where account_id = :account and valid_from <= :position and :position < valid_to
            order by valid_from desc
            """;
    static final String KNOWN = """
            select email from agent
            where account_id = :account and email in (:emails) and valid_from <= :position and :position < valid_to
            """;
    static final String WITH_ROLE = """
            select agent_id from agent_role
            where role_id = :role and valid_from <= :position and :position < valid_to
            order by agent_id
            """;
    static final String IN_TEAM = """
            select agent_id from agent_team
            where team_id = :team and valid_from <= :position and :position < valid_to
            order by agent_id
            """;
    static final String AT_WORK = """
            select id, account_id from agent
            where availability in ('online', 'away') and valid_from <= :position and :position < valid_to
            order by id
            """;

    private final Views views;
    private final Progress progress;

    AgentListAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(ListAgents query) {
        long position = progress.await(query.moment());
        List<AgentSummary> agents = views.asOf(position, OF_ACCOUNT)
                .param("account", query.accountId())
                .query((row, index) -> agent(row))
                .list();
        return Answer.list(agents, position);
    }

    @QueryHandler
    Answer answer(ListKnownEmails query) {
        long position = progress.await(query.moment());
        Set<String> known = new HashSet<>(views.asOf(position, KNOWN)
                .param("account", query.accountId())
                .param("emails", query.emails())
                .query(String.class)
                .list());
        return Answer.list(known, position);
    }

    @QueryHandler
    Answer answer(ListAgentsWithRole query) {
        long position = progress.await(query.moment());
        return Answer.list(
                views.asOf(position, WITH_ROLE)
                        .param("role", query.roleId())
                        .query(Long.class)
                        .list(),
                position);
    }

    @QueryHandler
    Answer answer(ListMembersOfTeam query) {
        long position = progress.await(query.moment());
        return Answer.list(
                views.asOf(position, IN_TEAM)
                        .param("team", query.teamId())
                        .query(Long.class)
                        .list(),
                position);
    }

    @QueryHandler
    Answer answer(ListAgentsAtWork query) {
        long position = progress.await(query.moment());
        List<AgentAtWork> agents = views.asOf(position, AT_WORK)
                .query((row, index) -> new AgentAtWork(row.getLong("id"), row.getLong("account_id")))
                .list();
        return Answer.list(agents, position);
    }

    private static AgentSummary agent(ResultSet row) throws SQLException {
        return new AgentSummary(
                row.getLong("id"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                row.getBoolean("enabled"),
                row.getString("availability"),
                Instant.parse(row.getString("created_at")),
                Instant.parse(row.getString("updated_at")));
    }
}
