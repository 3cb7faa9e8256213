package dev.patchbay.query.call;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.call.CallQuery.CalledNumber;
import dev.patchbay.shared.call.CallQuery.CalledOperator;
import dev.patchbay.shared.call.CallQuery.CalledProject;
import dev.patchbay.shared.call.CallQuery.FindCalledNumber;
import dev.patchbay.shared.call.CallQuery.FindCalledOperator;
import dev.patchbay.shared.call.CallQuery.FindCalledProject;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers which numbers, operators and projects may have calls: also those that are gone. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class CalledAnswers {

    static final String PROJECT = """
            select p.id from project p
            where p.id = :id and p.valid_to > 0 and p.valid_from <= :position and p.account_id = :account limit 1
            """;
    static final String OPERATOR = "select o.id from operator o where o.id = :id and o.valid_to > 0 and ";

    private final Views views;
    private final Progress progress;

    CalledAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(FindCalledNumber query) {
        long position = progress.await(query.moment());
        return new Answer<>(
                number(query.virtualNumberId(), query.scope(), position).orElse(null), -1, position);
    }

    @QueryHandler
    Answer answer(FindCalledOperator query) {
        long position = progress.await(query.moment());
        return new Answer<>(
                operator(query.operatorId(), query.scope(), position).orElse(null), -1, position);
    }

    @QueryHandler
    Answer answer(FindCalledProject query) {
        long position = progress.await(query.moment());
        return new Answer<>(project(query.projectId(), query.scope(), position).orElse(null), -1, position);
    }

    Optional<CalledNumber> number(long id, Scope scope, long position) {
        return views.asOf(position, scope, EverVisible.number("id, country_code", scope))
                .param("id", id)
                .query((row, index) -> new CalledNumber(row.getLong("id"), row.getString("country_code")))
                .optional();
    }

    Optional<CalledOperator> operator(long id, Scope scope, long position) {
        return views.asOf(position, scope, OPERATOR + EverVisible.operator(scope) + " limit 1")
                .param("id", id)
                .query((row, index) -> new CalledOperator(row.getLong("id")))
                .optional();
    }

    Optional<CalledProject> project(long id, Scope scope, long position) {
        if (scope.projectId() != null && scope.projectId() != id) {
            return Optional.empty();
        }
        return views.asOf(position, scope, PROJECT)
                .param("id", id)
                .query((row, index) -> new CalledProject(row.getLong("id")))
                .optional();
    }
}
