package dev.patchbay.query.deadletter;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Projections;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Listing;
import dev.patchbay.shared.projection.DeadLetterView;
import dev.patchbay.shared.projection.ProjectionQuery.ListDeadLetters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers which events are parked now: no earlier moment is known. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class DeadLetterAnswers {

    static final String ALL = "select * from dead_letter order by position limit :limit offset :offset";
    static final String COUNT = "select count(*) from dead_letter";

    private final Views views;
    private final Progress progress;

    DeadLetterAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(ListDeadLetters query) {
        long position = progress.await(query.moment());
        if (!query.projection().equals(Projections.GROUP)) {
            return Answer.list(new Listing<>(List.of(), 0), position);
        }
        List<DeadLetterView> letters = Views.paged(views.asOf(position, ALL), query.page())
                .query((row, index) -> letter(row))
                .list();
        long total = views.asOf(position, COUNT).query(Long.class).single();
        return Answer.list(new Listing<>(letters, total), position);
    }

    private static DeadLetterView letter(ResultSet row) throws SQLException {
        return new DeadLetterView(
                row.getLong("position"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("stream"),
                Instant.parse(row.getString("recorded_at")),
                row.getString("error"),
                row.getLong("attempts"));
    }
}
