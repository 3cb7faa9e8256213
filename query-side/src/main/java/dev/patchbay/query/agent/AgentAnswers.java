package dev.patchbay.query.agent;

import dev.patchbay.query.LatestAnswers;
import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.query.role.Permissions;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.agent.AgentAuthority;
import dev.patchbay.shared.agent.AgentQuery.FindAgent;
import dev.patchbay.shared.agent.AgentQuery.FindAgentAuthority;
import dev.patchbay.shared.agent.AgentView;
import dev.patchbay.shared.team.TeamSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what is asked about one agent. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class AgentAnswers {

    static final String ONE = """
            select * from agent
            where id = :id and valid_from <= :position and :position < valid_to
            order by valid_to limit 1
            """;
    static final String ROLES = """
            select r.name, r.permissions from agent_role m cross join role r
            where m.agent_id = :id and m.valid_from <= :position and :position < m.valid_to
            and r.id = m.role_id and r.valid_from <= :position and :position < r.valid_to
            order by r.name
            """;
    static final String TEAMS = """
            select t.id, t.name, t.emoji from agent_team m cross join team t
            where m.agent_id = :id and m.valid_from <= :position and :position < m.valid_to
            and t.id = m.team_id and t.valid_from <= :position and :position < t.valid_to
            order by t.name
            """;

    private final Views views;
    private final Progress progress;
    private final LatestAnswers<AgentAuthority> authorities;

    AgentAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
        this.authorities = new LatestAnswers<>(progress, this::authority);
    }

    @QueryHandler
    Answer answer(FindAgent query) {
        long position = progress.await(query.moment());
        List<HeldRole> roles = roles(query.agentId(), position);
        List<TeamSummary> teams = teams(query.agentId(), position);
        return views.asOf(position, ONE)
                .param("id", query.agentId())
                .query((row, index) -> row.getLong("account_id") == query.accountId()
                        ? new Answer<>(agent(row, roles, teams), row.getLong("version"), position)
                        : Answer.<AgentView>none(position))
                .optional()
                .orElseGet(() -> Answer.none(position));
    }

    @QueryHandler
    Answer answer(FindAgentAuthority query) {
        return authorities.about(query.agentId(), query.moment());
    }

    private Answer<AgentAuthority> authority(long id, long position) {
        Set<String> permissions = permissions(roles(id, position));
        return views.asOf(position, ONE)
                .param("id", id)
                .query((row, index) -> new Answer<>(
                        new AgentAuthority(
                                row.getLong("account_id"),
                                row.getBoolean("enabled"),
                                row.getString("api_key"),
                                permissions),
                        row.getLong("version"),
                        position))
                .optional()
                .orElseGet(() -> Answer.none(position));
    }

    private List<HeldRole> roles(long agent, long position) {
        return views.asOf(position, ROLES)
                .param("id", agent)
                .query((row, index) ->
                        new HeldRole(row.getString("name"), Permissions.of(row.getString("permissions"))))
                .list();
    }

    private List<TeamSummary> teams(long agent, long position) {
        return views.asOf(position, TEAMS)
                .param("id", agent)
                .query((row, index) ->
                        new TeamSummary(row.getLong("id"), row.getString("name"), row.getString("emoji")))
                .list();
    }

    private static AgentView agent(ResultSet row, List<HeldRole> roles, List<TeamSummary> teams) throws SQLException {
        return new AgentView(
                row.getLong("id"),
                Instant.parse(row.getString("created_at")),
                Instant.parse(row.getString("updated_at")),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                row.getString("availability"),
                row.getBoolean("enabled"),
                roles.stream().map(HeldRole::name).toList(),
                List.copyOf(permissions(roles)),
                teams,
                row.getString("api_key"));
    }

    private static Set<String> permissions(List<HeldRole> roles) {
        Set<String> permissions = new TreeSet<>();
        roles.forEach(role -> permissions.addAll(role.permissions()));
        return permissions;
    }

    private record HeldRole(String name, List<String> permissions) {}
}
