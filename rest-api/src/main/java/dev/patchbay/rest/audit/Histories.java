package dev.patchbay.rest.audit;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.audit.AuditFilter;
import dev.patchbay.shared.audit.AuditPage;
import dev.patchbay.shared.audit.AuditQuery.FindDifference;
import dev.patchbay.shared.audit.AuditQuery.ListHistory;
import dev.patchbay.shared.audit.AuditQuery.Part;
import dev.patchbay.shared.audit.Difference;
import dev.patchbay.shared.audit.FieldChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers what happened to one thing, for every kind of thing alike. */
final class Histories {

    private Histories() {}

    static Reply history(Kind kind, Which which, Exchange exchange) {
        AuditParameters parameters = new AuditParameters(exchange);
        Part part = parameters.part();
        Found<AuditPage> found = exchange.find(
                new ListHistory(kind, which, parameters.filter(), part, exchange.scope(), exchange.moment()));
        return page(found, part, exchange);
    }

    /** A part of a list of entries. */
    static Reply page(Found<AuditPage> found, Part part, Exchange exchange) {
        List<AuditEntryShape> entries =
                found.view().entries().stream().map(AuditEntryShape::of).toList();
        return exchange.list(Reply.part(entries, next(found.view(), part), part.limit()), found.position());
    }

    /** What became of the fields of a thing from one position to another, and the events between. */
    static Reply difference(Kind kind, Which which, Exchange exchange) {
        long from = exchange.point("from").orElseThrow(() -> Problem.parameter("from is required"));
        long to = exchange.point("to").orElseGet(exchange::position);
        if (from > to) {
            throw Problem.parameter("from must not be after to");
        }
        Long asOf = exchange.moment().exactly();
        if (asOf != null && to > asOf) {
            throw Problem.parameter("to must not be after as_of");
        }
        Part part = new AuditParameters(exchange).part(true);
        AuditFilter between = AuditFilter.between(from + 1, to);
        Found<AuditPage> events =
                exchange.find(new ListHistory(kind, which, between, part, exchange.scope(), exchange.moment()));
        Found<Difference> compared = exchange.find(
                new FindDifference(kind, which, from, to, exchange.scope(), Moment.exactly(events.position())));
        DifferenceShape difference = new DifferenceShape(
                from,
                to,
                compared.view().changes(),
                events.view().entries().stream().map(AuditEntryShape::of).toList());
        return exchange.list(Reply.part(difference, next(events.view(), part), part.limit()), events.position());
    }

    private static @Nullable String next(AuditPage page, Part part) {
        Long next = page.next();
        return next == null ? null : Place.write(next, part.ascending());
    }

    /** How a thing differs from what it was. */
    record DifferenceShape(long from, long to, List<FieldChange> changes, List<AuditEntryShape> events) {}
}
