package dev.patchbay.query.virtualnumber;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.FindVirtualNumberSummary;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.ListVirtualNumbers;
import dev.patchbay.shared.virtualnumber.VirtualNumberSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers which virtual numbers there are, in their short shape. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class VirtualNumberSummaryAnswers {

    static final String SHOWN = "select n.* from virtual_number n where %s order by n.id limit :limit offset :offset";
    static final String ONE = "select n.* from virtual_number n where n.id = :id and %s order by n.valid_to limit 1";
    static final String COUNT = "select count(*) from virtual_number n where %s";

    private final Views views;
    private final Progress progress;
    private final FirstOperators firstOperators;

    VirtualNumberSummaryAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
        this.firstOperators = new FirstOperators(views);
    }

    @QueryHandler
    Answer answer(FindVirtualNumberSummary query) {
        long position = progress.await(query.moment());
        Map<Long, FirstOperators.Of> first = firstOperators.ofOne(query.virtualNumberId(), position);
        return views.asOf(position, query.scope(), ONE.formatted(VisibleVirtualNumbers.under(query.scope())))
                .param("id", query.virtualNumberId())
                .query((row, index) -> new Answer<>(number(row, first), row.getLong("version"), position))
                .optional()
                .orElseGet(() -> Answer.none(position));
    }

    @QueryHandler
    Answer answer(ListVirtualNumbers query) {
        long position = progress.await(query.moment());
        List<VirtualNumberSummary> entries = entries(query.scope(), query.page(), position);
        long total = query.page() == null ? entries.size() : count(query.scope(), position);
        return Answer.list(new Listing<>(entries, total), position);
    }

    private List<VirtualNumberSummary> entries(Scope scope, @Nullable Page page, long position) {
        Map<Long, FirstOperators.Of> first = firstOperators.ofMany(scope, page, position);
        return Views.paged(views.asOf(position, scope, SHOWN.formatted(VisibleVirtualNumbers.under(scope))), page)
                .query((row, index) -> number(row, first))
                .list();
    }

    private long count(Scope scope, long position) {
        return views.asOf(position, scope, COUNT.formatted(VisibleVirtualNumbers.under(scope)))
                .query(Long.class)
                .single();
    }

    private static VirtualNumberSummary number(ResultSet row, Map<Long, FirstOperators.Of> first) throws SQLException {
        long id = row.getLong("id");
        FirstOperators.Of operators = first.getOrDefault(id, FirstOperators.NONE);
        return new VirtualNumberSummary(
                id,
                row.getString("phone_number"),
                row.getString("name"),
                row.getString("country_code"),
                row.getBoolean("active"),
                false,
                operators.shown(),
                operators.count());
    }
}
