package dev.patchbay.rest.audit;

import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.audit.AuditFilter;
import dev.patchbay.shared.audit.AuditPage;
import dev.patchbay.shared.audit.AuditQuery.AwaitEntries;
import dev.patchbay.shared.audit.AuditQuery.ListAuditEntries;
import dev.patchbay.shared.audit.AuditQuery.Part;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Reads the entries that a caller wants as they come to be, from one position on: in order, none left out, none twice. */
final class Feed {
    private static final int ENTRIES_AT_ONCE = 100;

    private final Exchange exchange;
    private final Turns turns;
    private final Runnable check;
    private final AuditFilter filter;
    private final long last;
    private long place;
    private boolean behind;

    /**
     * Follows from a position on.
     *
     * @param check fails when the caller may no longer read; asked before each reading
     */
    Feed(Exchange exchange, AuditFilter filter, long after, Turns turns, Runnable check) {
        this.exchange = exchange;
        this.check = check;
        this.turns = turns;
        this.filter = filter;
        Long asOf = exchange.moment().exactly();
        this.last = asOf == null ? filter.last() : Math.min(filter.last(), asOf);
        this.place = after;
    }

    /** The position up to which everything was read. */
    long place() {
        return place;
    }

    /** Whether nothing that is wanted can come any more. */
    boolean isOver() {
        return place >= last;
    }

    /** Whether the last reading stopped before the end of what was there. */
    boolean isBehind() {
        return behind;
    }

    /** Whether anything was recorded of the account meanwhile, or is within this time; where there was nothing needs no reading. */
    boolean isThereMore(Duration patience) {
        Answer<Boolean> news =
                exchange.ask(new AwaitEntries(exchange.scope().accountId(), place, last, patience, Moment.latest()));
        if (news.found().orElseThrow()) {
            return true;
        }
        goOn(news.position());
        return false;
    }

    /** Hands on what was recorded, or some of it; answers whether there was anything that is wanted. */
    boolean advance(Subscriber subscriber) throws IOException {
        Part part = new Part(place, true, ENTRIES_AT_ONCE);
        Answer<AuditPage> answer = turns.take(exchange.scope().accountId(), () -> {
            check.run();
            return exchange.ask(new ListAuditEntries(filter, part, exchange.scope(), exchange.moment()));
        });
        AuditPage page = answer.found().orElseThrow();
        List<AuditEntryShape> entries =
                page.entries().stream().map(AuditEntryShape::of).toList();
        if (!entries.isEmpty()) {
            subscriber.tell(entries);
        }
        Long next = page.next();
        behind = next != null;
        goOn(next == null ? answer.position() : next);
        return !entries.isEmpty();
    }

    /** Never back, and not beyond the end: the same feed ends at the same place whenever it is read. */
    private void goOn(long position) {
        place = Math.max(place, Math.min(position, last));
    }
}
