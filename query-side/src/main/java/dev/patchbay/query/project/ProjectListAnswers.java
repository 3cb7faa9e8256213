package dev.patchbay.query.project;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.project.ProjectQuery.ListProjects;
import dev.patchbay.shared.project.ProjectSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers which projects there are. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class ProjectListAnswers {

    // The page is cut before anything is read beyond the index.
    static final String SHOWN = """
            with shown as materialized (
                select p.id, p.valid_to from project p
                where p.valid_from <= :position and :position < p.valid_to and %s
                order by p.sort_key, p.id limit :limit offset :offset)
            select p.id, p.name, p.language, p.industry, p.created_at, p.updated_at
            from shown cross join project p
            where p.id = shown.id and p.valid_to = shown.valid_to
            order by p.sort_key, p.id
            """;
    static final String COUNT =
            "select count(*) from project p where p.valid_from <= :position and :position < p.valid_to and %s";

    private final Views views;
    private final Progress progress;

    ProjectListAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(ListProjects query) {
        long position = progress.await(query.moment());
        Scope scope = query.scope();
        List<ProjectSummary> entries = Views.paged(
                        views.asOf(position, scope, SHOWN.formatted(VisibleProjects.under(scope))), query.page())
                .query((row, index) -> project(row))
                .list();
        long total = query.page() == null ? entries.size() : count(scope, position);
        return Answer.list(new Listing<>(entries, total), position);
    }

    private long count(Scope scope, long position) {
        return views.asOf(position, scope, COUNT.formatted(VisibleProjects.under(scope)))
                .query(Long.class)
                .single();
    }

    private static ProjectSummary project(ResultSet row) throws SQLException {
        return new ProjectSummary(
                row.getLong("id"),
                row.getString("name"),
                row.getString("language"),
                row.getString("industry"),
                Instant.parse(row.getString("created_at")),
                Instant.parse(row.getString("updated_at")));
    }
}
