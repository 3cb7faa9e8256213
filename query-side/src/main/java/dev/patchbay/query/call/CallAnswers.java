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
import java.time.Instant;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what is asked about calls, whether their number is still there or not. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class CallAnswers {

    static final String ONE = "select c.* from call c where c.id = :id and %s order by c.valid_to limit 1";

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
        CallList list = CallList.of(query);
        if (!list.isWithin(query.scope())) {
            return List.of();
        }
        CallFilter filter = query.filter();
        End end = end(after, filter.to());
        return views.asOf(position, list.scope(), list.statement())
                .param("limit", query.limit() + 1)
                .param("number", filter.virtualNumberId())
                .param("operator", filter.operatorId())
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().word())
                .param(
                        "direction",
                        filter.direction() == null ? null : filter.direction().word())
                .param("from", filter.from() == null ? null : filter.from().getEpochSecond())
                .param("startedAt", end.startedAt())
                .param("callId", end.callId())
                .query((row, index) -> CallRows.view(row))
                .list();
    }

    /** What comes before all that is listed: the call that the list goes on after, or whatever began when the period is over. */
    private static End end(@Nullable Next after, @Nullable Instant to) {
        long over = to == null ? Long.MAX_VALUE : to.getEpochSecond();
        return after == null || over <= after.startedAt()
                ? new End(over, 0)
                : new End(after.startedAt(), after.callId());
    }

    /** All that is listed began before this, or then with a smaller id. */
    private record End(long startedAt, long callId) {}

    private static Next next(CallView last, long position) {
        return new Next(position, last.startedAt().getEpochSecond(), last.id());
    }
}
