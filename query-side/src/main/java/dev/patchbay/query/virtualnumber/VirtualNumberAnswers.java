package dev.patchbay.query.virtualnumber;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.query.call.CallsOfNumber;
import dev.patchbay.query.operator.VisibleOperators;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.virtualnumber.FallbackView;
import dev.patchbay.shared.virtualnumber.VirtualNumberDetail;
import dev.patchbay.shared.virtualnumber.VirtualNumberDetail.AttachedOperator;
import dev.patchbay.shared.virtualnumber.VirtualNumberDetail.AvailableOperator;
import dev.patchbay.shared.virtualnumber.VirtualNumberDetail.RecentCall;
import dev.patchbay.shared.virtualnumber.VirtualNumberDetail.Stats;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.FindVirtualNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what decides who answers a virtual number. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class VirtualNumberAnswers {

    static final String ONE = "select n.* from virtual_number n where n.id = :id and %s order by n.valid_to limit 1";
    static final String ATTACHED = """
            select o.id, o.name, o.phone_number, o.initials, a.ring_seconds
            from attachment a cross join operator o
            where a.virtual_number_id = :id and a.valid_from <= :position and :position < a.valid_to
            and o.id = a.operator_id and o.valid_from <= :position and :position < o.valid_to
            order by a.rank, a.place
            """;
    static final String AVAILABLE = """
            select o.id, o.name, o.phone_number, o.initials from operator o
            where %s and o.active and o.id not in (
                select a.operator_id from attachment a
                where a.virtual_number_id = :id and a.valid_from <= :position and :position < a.valid_to)
            order by o.sort_key, o.id
            """;

    private final Views views;
    private final Progress progress;
    private final CallsOfNumber calls;

    VirtualNumberAnswers(Views views, Progress progress, CallsOfNumber calls) {
        this.views = views;
        this.progress = progress;
        this.calls = calls;
    }

    @QueryHandler
    Answer answer(FindVirtualNumber query) {
        long position = progress.await(query.moment());
        Scope scope = query.scope();
        List<AttachedOperator> attached = attached(query.virtualNumberId(), position);
        List<AvailableOperator> available = available(query.virtualNumberId(), scope, position);
        Stats stats = calls.stats(query.virtualNumberId(), position);
        List<RecentCall> recent = calls.recent(query.virtualNumberId(), scope, position);
        return views.asOf(position, scope, ONE.formatted(VisibleVirtualNumbers.under(scope)))
                .param("id", query.virtualNumberId())
                .query((row, index) ->
                        new Answer<>(number(row, attached, available, stats, recent), row.getLong("version"), position))
                .optional()
                .orElseGet(() -> Answer.none(position));
    }

    private static VirtualNumberDetail number(
            ResultSet row,
            List<AttachedOperator> attached,
            List<AvailableOperator> available,
            Stats stats,
            List<RecentCall> recent)
            throws SQLException {
        return new VirtualNumberDetail(
                row.getLong("id"),
                row.getString("phone_number"),
                row.getString("name"),
                row.getString("country_code"),
                row.getBoolean("active"),
                row.getBoolean("recording"),
                row.getString("routing_strategy"),
                row.getInt("ring_timeout_seconds"),
                new FallbackView(
                        row.getString("fallback_type"),
                        row.getString("fallback_phone_number"),
                        row.getObject("fallback_virtual_number_id") == null
                                ? null
                                : row.getLong("fallback_virtual_number_id")),
                false,
                stats,
                attached,
                available,
                recent);
    }

    private List<AttachedOperator> attached(long id, long position) {
        return views.asOf(position, ATTACHED)
                .param("id", id)
                .query((row, priority) -> new AttachedOperator(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("phone_number"),
                        row.getString("initials"),
                        priority,
                        row.getObject("ring_seconds") == null ? null : row.getInt("ring_seconds")))
                .list();
    }

    private List<AvailableOperator> available(long id, Scope scope, long position) {
        return views.asOf(position, scope, AVAILABLE.formatted(VisibleOperators.all(scope)))
                .param("id", id)
                .query((row, index) -> new AvailableOperator(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("phone_number"),
                        row.getString("initials")))
                .list();
    }
}
