package dev.patchbay.query.team;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.team.TeamQuery.FindTeam;
import dev.patchbay.shared.team.TeamQuery.ListTeams;
import dev.patchbay.shared.team.TeamView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what is asked about teams. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class TeamAnswers {

    static final String ONE = """
            select * from team
            where id = :id and account_id = :account and valid_from <= :position and :position < valid_to
            order by valid_to limit 1
            """;
    static final String OF_ACCOUNT = """
            select * from team
            where account_id = :account and valid_from <= :position and :position < valid_to
            order by valid_from desc
            """;

    private final Views views;
    private final Progress progress;

    TeamAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(FindTeam query) {
        long position = progress.await(query.moment());
        return views.asOf(position, ONE)
                .param("id", query.teamId())
                .param("account", query.accountId())
                .query((row, index) -> new Answer<>(team(row), row.getLong("version"), position))
                .optional()
                .orElseGet(() -> Answer.none(position));
    }

    @QueryHandler
    Answer answer(ListTeams query) {
        long position = progress.await(query.moment());
        List<TeamView> teams = views.asOf(position, OF_ACCOUNT)
                .param("account", query.accountId())
                .query((row, index) -> team(row))
                .list();
        return Answer.list(teams, position);
    }

    private static TeamView team(ResultSet row) throws SQLException {
        return new TeamView(
                row.getLong("id"),
                Instant.parse(row.getString("created_at")),
                Instant.parse(row.getString("updated_at")),
                row.getString("emoji"),
                row.getString("name"),
                row.getString("assignment_type"),
                row.getString("timezone"),
                row.getInt("assignment_limit"));
    }
}
