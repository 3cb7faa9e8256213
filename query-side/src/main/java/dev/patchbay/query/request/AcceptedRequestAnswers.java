package dev.patchbay.query.request;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.request.AcceptedRequest;
import dev.patchbay.shared.request.FindAcceptedRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers whether a request was accepted before. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class AcceptedRequestAnswers {

    static final String ONE = """
            select valid_from, version, fingerprint, result, accepted_at from accepted_request
            where request_key = :key and valid_from <= :position and :position < valid_to
            order by valid_to limit 1
            """;

    private final Views views;
    private final Progress progress;

    AcceptedRequestAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(FindAcceptedRequest query) {
        long position = progress.await(query.moment());
        return views.asOf(position, ONE)
                .param("key", query.requestKey().digest())
                .query((row, index) -> new Answer<>(request(row), row.getLong("version"), position))
                .optional()
                .orElseGet(() -> Answer.none(position));
    }

    private static AcceptedRequest request(ResultSet row) throws SQLException {
        return new AcceptedRequest(
                row.getString("fingerprint"),
                row.getLong("result"),
                Instant.parse(row.getString("accepted_at")),
                row.getLong("valid_from"));
    }
}
