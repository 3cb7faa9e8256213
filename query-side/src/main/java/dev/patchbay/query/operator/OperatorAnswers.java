package dev.patchbay.query.operator;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.operator.OperatorDetail;
import dev.patchbay.shared.operator.OperatorDetail.AttachedNumber;
import dev.patchbay.shared.operator.OperatorQuery.FindOperator;
import dev.patchbay.shared.operator.OperatorQuery.ListNumbersOfOperator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what is asked about one operator. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class OperatorAnswers {

    static final String ONE = "select o.* from operator o where o.id = :id and %s order by o.valid_to limit 1";
    static final String NUMBERS = """
            select n.id, n.phone_number, n.name, n.active
            from attachment a cross join virtual_number n
            where a.operator_id = :id and a.valid_from <= :position and :position < a.valid_to
            and n.id = a.virtual_number_id and n.valid_from <= :position and :position < n.valid_to
            """;
    static final String IN_PROJECT = NUMBERS + " and n.project_id = :project order by n.id";
    static final String ANYWHERE = NUMBERS + " order by n.id";

    private final Views views;
    private final Progress progress;

    OperatorAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(FindOperator query) {
        long position = progress.await(query.moment());
        Scope scope = query.scope();
        List<AttachedNumber> numbers = numbers(query.operatorId(), scope, position);
        return views.asOf(position, scope, ONE.formatted(VisibleOperators.one(scope)))
                .param("id", query.operatorId())
                .query((row, index) -> new Answer<>(operator(row, numbers), row.getLong("version"), position))
                .optional()
                .orElseGet(() -> Answer.none(position));
    }

    @QueryHandler
    Answer answer(ListNumbersOfOperator query) {
        long position = progress.await(query.moment());
        List<Long> ids = views.asOf(position, ANYWHERE)
                .param("id", query.operatorId())
                .query((row, index) -> row.getLong("id"))
                .list();
        return Answer.list(ids, position);
    }

    private static OperatorDetail operator(ResultSet row, List<AttachedNumber> numbers) throws SQLException {
        return new OperatorDetail(
                row.getLong("id"),
                row.getString("name"),
                row.getString("phone_number"),
                row.getString("email"),
                row.getBoolean("active"),
                row.getString("initials"),
                numbers);
    }

    private List<AttachedNumber> numbers(long id, Scope scope, long position) {
        return views.asOf(position, scope, scope.projectId() == null ? ANYWHERE : IN_PROJECT)
                .param("id", id)
                .query((row, index) -> new AttachedNumber(
                        row.getLong("id"),
                        row.getString("phone_number"),
                        row.getString("name"),
                        row.getBoolean("active")))
                .list();
    }
}
