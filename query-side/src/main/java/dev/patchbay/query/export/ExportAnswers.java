package dev.patchbay.query.export;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.export.ExportQuery.ListRows;
import dev.patchbay.shared.export.RowPlace;
import dev.patchbay.shared.export.Rows;
import java.util.List;
import java.util.Objects;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers with rows of datasets, as they are at a position and ever will have been. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class ExportAnswers {

    private final Views views;
    private final Progress progress;

    ExportAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(ListRows query) {
        long position = progress.await(query.moment());
        Export export = Export.of(query.dataset());
        RowPlace after = Objects.requireNonNullElse(query.after(), RowPlace.BEGINNING);
        List<ExportedRow> rows = views.asOf(position, export.statement())
                .param("account", query.accountId())
                .param("since", query.first())
                .param("first", after.first())
                .param("second", after.second())
                .param("third", after.third())
                .param("limit", query.limit())
                .query((row, index) -> ExportedRow.of(query.dataset(), row))
                .list();
        return Answer.list(
                new Rows(
                        rows.stream().map(ExportedRow::values).toList(),
                        rows.isEmpty() ? null : rows.getLast().place()),
                position);
    }
}
