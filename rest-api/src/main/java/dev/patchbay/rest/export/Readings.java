package dev.patchbay.rest.export;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.audit.Followers;
import dev.patchbay.rest.audit.Turns;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.audit.AuditFilter;
import dev.patchbay.shared.audit.AuditPage;
import dev.patchbay.shared.audit.AuditQuery.ListAuditEntries;
import dev.patchbay.shared.audit.AuditQuery.Part;
import dev.patchbay.shared.export.Dataset;
import dev.patchbay.shared.export.ExportQuery.ListRows;
import dev.patchbay.shared.export.RowPlace;
import dev.patchbay.shared.export.Rows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is exported, in turn with all others who read much, for as long as the server runs. */
@Component
final class Readings {
    private static final int ROWS_AT_ONCE = 200;

    private final Turns turns;
    private final Followers followers;

    Readings(Turns turns, Followers followers) {
        this.turns = turns;
        this.followers = followers;
    }

    RowPages of(Export export, Exchange exchange) {
        if (export.first() > export.end()) {
            return List::of;
        }
        return export.dataset() == Dataset.EVENTS ? new Entries(export, exchange) : new Versions(export, exchange);
    }

    private <T> T read(Exchange exchange, Query<T> query) {
        if (!followers.areWelcome()) {
            throw Problem.stopping();
        }
        return turns.take(exchange.scope().accountId(), () -> exchange.ask(query))
                .found()
                .orElseThrow();
    }

    private final class Entries implements RowPages {
        private final Export export;
        private final Exchange exchange;
        private @Nullable Long place;
        private boolean over;

        Entries(Export export, Exchange exchange) {
            this.export = export;
            this.exchange = exchange;
        }

        @Override
        public List<ExportRow> next() {
            while (!over) {
                AuditPage page = read(
                        exchange,
                        new ListAuditEntries(
                                AuditFilter.between(export.first(), export.end()),
                                new Part(place, true, ROWS_AT_ONCE),
                                exchange.scope(),
                                Moment.exactly(export.end())));
                place = page.next();
                over = place == null;
                if (!page.entries().isEmpty()) {
                    return page.entries().stream().map(ExportRow::of).toList();
                }
            }
            return List.of();
        }
    }

    private final class Versions implements RowPages {
        private final Export export;
        private final Exchange exchange;
        private @Nullable RowPlace place;

        Versions(Export export, Exchange exchange) {
            this.export = export;
            this.exchange = exchange;
        }

        @Override
        public List<ExportRow> next() {
            Rows rows = read(
                    exchange,
                    new ListRows(
                            export.dataset(),
                            export.accountId(),
                            export.first(),
                            place,
                            ROWS_AT_ONCE,
                            Moment.exactly(export.end())));
            place = rows.last();
            return rows.rows().stream()
                    .map(values -> ExportRow.of(export.dataset(), values))
                    .toList();
        }
    }
}
