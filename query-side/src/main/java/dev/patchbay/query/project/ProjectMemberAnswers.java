package dev.patchbay.query.project;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.project.ProjectMembers;
import dev.patchbay.shared.project.ProjectQuery.FindProjectMembers;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what belongs to a project, whether or not the project is still there. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class ProjectMemberAnswers {

    static final String NUMBERS = """
            select id from virtual_number
            where project_id = :id and valid_from <= :position and :position < valid_to
            order by id
            """;
    static final String OPERATORS = """
            select o.id from operator_project l cross join operator o
            where l.project_id = :id and l.valid_from <= :position and :position < l.valid_to
            and o.id = l.operator_id and o.valid_from <= :position and :position < o.valid_to
            order by o.id
            """;
    static final String KEYS = """
            select id from api_key
            where project_id = :id and valid_from <= :position and :position < valid_to
            order by id
            """;

    private final Views views;
    private final Progress progress;

    ProjectMemberAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(FindProjectMembers query) {
        long position = progress.await(query.moment());
        long id = query.projectId();
        return Answer.list(
                new ProjectMembers(ids(NUMBERS, id, position), ids(OPERATORS, id, position), ids(KEYS, id, position)),
                position);
    }

    private List<Long> ids(String sql, long projectId, long position) {
        return views.asOf(position, sql)
                .param("id", projectId)
                .query((row, index) -> row.getLong("id"))
                .list();
    }
}
