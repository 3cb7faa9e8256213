package dev.patchbay.rest.undo;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.account.AccountQuery.FindAccount;
import dev.patchbay.shared.audit.AuditEntry;
import dev.patchbay.shared.audit.AuditFilter;
import dev.patchbay.shared.audit.AuditPage;
import dev.patchbay.shared.audit.AuditQuery.FieldBlame;
import dev.patchbay.shared.audit.AuditQuery.FindBlame;
import dev.patchbay.shared.audit.AuditQuery.FindDifference;
import dev.patchbay.shared.audit.AuditQuery.ListAuditEntries;
import dev.patchbay.shared.audit.AuditQuery.ListHistory;
import dev.patchbay.shared.audit.AuditQuery.Part;
import dev.patchbay.shared.audit.Difference;
import dev.patchbay.shared.audit.FieldChange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The past of an account, read as of one position.
 *
 * @param now the position
 */
record Past(Exchange exchange, long now) {
    /** From the end of the log: what came to be in the way is in it. */
    static Past of(Exchange exchange) {
        return new Past(
                exchange,
                exchange.find(new FindAccount(exchange.scope().accountId(), Moment.head()))
                        .position());
    }

    /** How a thing at one position differs from itself at another. */
    Difference difference(Thing thing, long from, long to) {
        return compare(thing, from, to).view();
    }

    /** The sequence number of the last event of a thing. */
    long version(Thing thing) {
        return compare(thing, now, now).version();
    }

    boolean isThere(Thing thing) {
        return difference(thing, now, now).isThere();
    }

    /** The value of a field; null where there is none, or no such thing. */
    @Nullable
    Object value(Thing thing, String field) {
        return difference(thing, 0, now).changes().stream()
                .filter(change -> change.field().equals(field))
                .map(FieldChange::after)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The event that gave a field of a thing that is there its value. */
    AuditEntry setBy(Thing thing, String field) {
        return exchange
                .find(new FindBlame(thing.kind(), thing.which(), exchange.scope(), Moment.exactly(now)))
                .view()
                .stream()
                .filter(blame -> blame.field().equals(field))
                .map(FieldBlame::entry)
                .findFirst()
                .orElseThrow();
    }

    /**
     * The last event of the thing itself: when it is gone, the one by which it went.
     *
     * @throws Problem when it was never there
     */
    AuditEntry lastEvent(Thing thing) {
        return lastOwn(thing, null, 0).orElseThrow(Problem::notFound);
    }

    /** The last event of the thing itself after a position that changed a field; any event when null. */
    Optional<AuditEntry> lastOwn(Thing thing, @Nullable String field, long after) {
        AuditFilter own = new AuditFilter(
                null,
                thing.kind(),
                thing.id().toString(),
                null,
                null,
                null,
                null,
                field,
                null,
                after + 1,
                Long.MAX_VALUE);
        return last(part -> new ListAuditEntries(own, part, exchange.scope(), Moment.exactly(now)));
    }

    /** The last event after a position of the thing itself, or that links another with it. */
    Optional<AuditEntry> lastAbout(Thing thing, long after) {
        AuditFilter later = AuditFilter.between(after + 1, Long.MAX_VALUE);
        return last(part ->
                new ListHistory(thing.kind(), thing.which(), later, part, exchange.scope(), Moment.exactly(now)));
    }

    /** A page may be empty long before the end. */
    private Optional<AuditEntry> last(Function<Part, Query<AuditPage>> pages) {
        AuditPage page = new AuditPage(List.of(), null);
        do {
            page = exchange.find(pages.apply(new Part(page.next(), false, 1))).view();
        } while (page.entries().isEmpty() && page.next() != null);
        return page.entries().stream().findFirst();
    }

    private Found<Difference> compare(Thing thing, long from, long to) {
        return exchange.find(
                new FindDifference(thing.kind(), thing.which(), from, to, exchange.scope(), Moment.exactly(now)));
    }

    /** A part of all entries. */
    AuditPage page(AuditFilter filter, Part part) {
        return exchange.find(new ListAuditEntries(filter, part, exchange.scope(), Moment.exactly(now)))
                .view();
    }
}
