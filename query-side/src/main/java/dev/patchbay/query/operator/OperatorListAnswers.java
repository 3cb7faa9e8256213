package dev.patchbay.query.operator;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.operator.OperatorQuery.ListOperators;
import dev.patchbay.shared.operator.OperatorSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers which operators there are. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class OperatorListAnswers {

    // The page is cut before anything is counted or read beyond the index.
    static final String SHOWN = """
            with shown as materialized (
                select o.id, o.valid_to from operator o
                where %s
                order by o.sort_key, o.id limit :limit offset :offset)
            select o.id, o.name, o.phone_number, o.email, o.active, o.initials, (
                select count(*) from attachment a cross join virtual_number n
                where a.operator_id = o.id and a.valid_from <= :position and :position < a.valid_to
                and n.id = a.virtual_number_id and n.valid_from <= :position and :position < n.valid_to
                %s) as virtual_numbers_count
            from shown cross join operator o
            where o.id = shown.id and o.valid_to = shown.valid_to
            order by o.sort_key, o.id
            """;
    static final String COUNT = "select count(*) from operator o where %s";

    private final Views views;
    private final Progress progress;

    OperatorListAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(ListOperators query) {
        long position = progress.await(query.moment());
        List<OperatorSummary> entries = Views.paged(
                        views.asOf(position, query.scope(), shown(query.scope())), query.page())
                .query((row, index) -> operator(row))
                .list();
        long total = query.page() == null ? entries.size() : count(query.scope(), position);
        return Answer.list(new Listing<>(entries, total), position);
    }

    static String shown(Scope scope) {
        String counted = scope.projectId() == null ? "" : "and n.project_id = :project";
        return SHOWN.formatted(VisibleOperators.all(scope), counted);
    }

    private long count(Scope scope, long position) {
        return views.asOf(position, scope, COUNT.formatted(VisibleOperators.all(scope)))
                .query(Long.class)
                .single();
    }

    private static OperatorSummary operator(ResultSet row) throws SQLException {
        return new OperatorSummary(
                row.getLong("id"),
                row.getString("name"),
                row.getString("phone_number"),
                row.getString("email"),
                row.getBoolean("active"),
                row.getString("initials"),
                row.getInt("virtual_numbers_count"));
    }
}
