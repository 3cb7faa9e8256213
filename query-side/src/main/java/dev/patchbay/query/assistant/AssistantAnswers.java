package dev.patchbay.query.assistant;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Listing;
import dev.patchbay.shared.assistant.AssistantQuery.FindAssistant;
import dev.patchbay.shared.assistant.AssistantQuery.ListAssistants;
import dev.patchbay.shared.assistant.AssistantView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what is asked about assistants. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class AssistantAnswers {

    static final String ONE = """
            select * from assistant
            where %s and account_id = :account and valid_from <= :position and :position < valid_to
            order by valid_to limit 1
            """;
    static final String OF_ACCOUNT = """
            select * from assistant
            where account_id = :account and valid_from <= :position and :position < valid_to
            order by created desc limit :limit offset :offset
            """;
    static final String COUNT = """
            select count(*) from assistant
            where account_id = :account and valid_from <= :position and :position < valid_to
            """;

    private final Views views;
    private final Progress progress;

    AssistantAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(FindAssistant query) {
        long position = progress.await(query.moment());
        return Views.choosing(query.which(), condition -> views.asOf(position, ONE.formatted(condition)))
                .param("account", query.accountId())
                .query((row, index) -> new Answer<>(assistant(row), row.getLong("version"), position))
                .optional()
                .orElseGet(() -> Answer.none(position));
    }

    @QueryHandler
    Answer answer(ListAssistants query) {
        long position = progress.await(query.moment());
        List<AssistantView> entries = Views.sliced(
                        views.asOf(position, OF_ACCOUNT).param("account", query.accountId()), query.slice())
                .query((row, index) -> assistant(row))
                .list();
        long total = views.asOf(position, COUNT)
                .param("account", query.accountId())
                .query(Long.class)
                .single();
        return Answer.list(new Listing<>(entries, total), position);
    }

    private static AssistantView assistant(ResultSet row) throws SQLException {
        return new AssistantView(
                row.getLong("id"),
                UUID.fromString(row.getString("uuid")),
                row.getLong("account_id"),
                row.getString("name"),
                row.getString("description"),
                Instant.parse(row.getString("created_at")),
                Instant.parse(row.getString("updated_at")));
    }
}
