package dev.patchbay.query.call;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.call.CallFilter;
import dev.patchbay.shared.call.CallPage;
import dev.patchbay.shared.call.CallPage.Next;
import dev.patchbay.shared.call.CallQuery.FindCall;
import dev.patchbay.shared.call.CallQuery.ListCalls;
import dev.patchbay.shared.call.CallView;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Answers what is asked about calls, whether their number is still there or not. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class CallAnswers {

    static final String ONE = "select c.* from call c where c.id = :id and %s order by c.valid_to limit 1";
    static final String LAST_BEGUN_FIRST =
            "select c.* from call c where %s order by c.started_at desc, c.id desc limit :limit";

    private final Views views;
    private final Progress progress;

    CallAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(FindCall query) {
        long position = progress.await(query.moment());
        Scope scope = query.scope();
        return views.asOf(position, scope, ONE.formatted(EverVisible.call(scope)))
                .param("id", query.callId())
                .query((row, index) -> new Answer<>(CallRows.view(row), row.getLong("version"), position))
                .optional()
                .orElseGet(() -> Answer.none(position));
    }

    @QueryHandler
    Answer answer(ListCalls query) {
        Next after = query.after();
        long reached = progress.await(query.moment());
        long position = after == null ? reached : Math.min(after.position(), reached);
        // One more than asked for tells whether there is more.
        List<CallView> found = read(query, after, position);
        boolean more = found.size() > query.limit();
        List<CallView> calls = more ? found.subList(0, query.limit()) : found;
        return Answer.list(new CallPage(calls, more ? next(calls.getLast(), position) : null), position);
    }

    private List<CallView> read(ListCalls query, @Nullable Next after, long position) {
        CallFilter filter = query.filter();
        StringBuilder conditions = new StringBuilder(EverVisible.call(query.scope()));
        conditions.append(filter.virtualNumberId() != null ? " and c.virtual_number_id = :number" : "");
        conditions.append(filter.operatorId() != null ? " and c.operator_id = :operator" : "");
        if (filter.virtualNumberId() == null && filter.operatorId() == null) {
            conditions.append(" and c.account_id = :account");
        }
        if (filter.projectId() != null) {
            conditions
                    .append(" and +c.virtual_number_id in (")
                    .append(EverVisible.NUMBERS_OF_PROJECT.replace(":project", ":ofProject"))
                    .append(")");
        }
        conditions.append(filter.status() != null ? " and c.call_status = :status" : "");
        conditions.append(filter.direction() != null ? " and c.direction = :direction" : "");
        conditions.append(filter.from() != null ? " and c.started_at >= :from" : "");
        conditions.append(filter.to() != null ? " and c.started_at < :to" : "");
        conditions.append(after != null ? " and (c.started_at, c.id) < (:startedAt, :callId)" : "");
        StatementSpec statement = views.asOf(position, query.scope(), LAST_BEGUN_FIRST.formatted(conditions))
                .param("limit", query.limit() + 1)
                .param("number", filter.virtualNumberId())
                .param("operator", filter.operatorId())
                .param("ofProject", filter.projectId())
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().word())
                .param(
                        "direction",
                        filter.direction() == null ? null : filter.direction().word())
                .param("from", filter.from() == null ? null : filter.from().getEpochSecond())
                .param("to", filter.to() == null ? null : filter.to().getEpochSecond());
        if (after != null) {
            statement.param("startedAt", after.startedAt()).param("callId", after.callId());
        }
        return statement.query((row, index) -> CallRows.view(row)).list();
    }

    private static Next next(CallView last, long position) {
        return new Next(position, last.startedAt().getEpochSecond(), last.id());
    }
}
