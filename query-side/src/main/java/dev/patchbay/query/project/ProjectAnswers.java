package dev.patchbay.query.project;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.project.ProjectDetail;
import dev.patchbay.shared.project.ProjectQuery.FindProject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what is asked about one project. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class ProjectAnswers {

    static final String ONE = """
            select p.*, (
                select count(*) from virtual_number n
                where n.project_id = p.id and n.valid_from <= :position and :position < n.valid_to
                ) as virtual_numbers_count
            from project p
            where p.id = :id and p.valid_from <= :position and :position < p.valid_to
            and %s
            order by p.valid_to limit 1
            """;

    private final Views views;
    private final Progress progress;

    ProjectAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(FindProject query) {
        long position = progress.await(query.moment());
        return views.asOf(position, query.scope(), ONE.formatted(VisibleProjects.under(query.scope())))
                .param("id", query.projectId())
                .query((row, index) -> new Answer<>(project(row), row.getLong("version"), position))
                .optional()
                .orElseGet(() -> Answer.none(position));
    }

    private static ProjectDetail project(ResultSet row) throws SQLException {
        return new ProjectDetail(
                row.getLong("id"),
                row.getString("name"),
                row.getString("language"),
                row.getString("industry"),
                Instant.parse(row.getString("created_at")),
                Instant.parse(row.getString("updated_at")),
                row.getString("description"),
                row.getString("goal_language"),
                row.getString("summary_language"),
                integer(row, "long_pause_threshold_seconds"),
                row.getString("transcription_hints"),
                integer(row, "retention_days"),
                row.getBoolean("quality_baseline_enabled"),
                row.getObject("quality_baseline_pct") == null ? null : row.getDouble("quality_baseline_pct"),
                0,
                row.getInt("virtual_numbers_count"));
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : row.getInt(column);
    }
}
