package dev.patchbay.query.apikey;

import dev.patchbay.query.LatestAnswers;
import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Listing;
import dev.patchbay.shared.apikey.ApiKeyQuery.FindApiKey;
import dev.patchbay.shared.apikey.ApiKeyQuery.ListApiKeys;
import dev.patchbay.shared.apikey.ApiKeyView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what is asked about API keys. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class ApiKeyAnswers {

    static final String ONE = """
            select * from api_key
            where id = :id and valid_from <= :position and :position < valid_to
            order by valid_to limit 1
            """;
    static final String OF_ACCOUNT = """
            select * from api_key
            where account_id = :account and valid_from <= :position and :position < valid_to
            order by id limit :limit offset :offset
            """;
    static final String COUNT = """
            select count(*) from api_key
            where account_id = :account and valid_from <= :position and :position < valid_to
            """;

    private final Views views;
    private final Progress progress;
    private final LatestAnswers<ApiKeyView> keys;

    ApiKeyAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
        this.keys = new LatestAnswers<>(progress, this::find);
    }

    @QueryHandler
    Answer answer(FindApiKey query) {
        return keys.about(query.apiKeyId(), query.moment());
    }

    @QueryHandler
    Answer answer(ListApiKeys query) {
        long position = progress.await(query.moment());
        List<ApiKeyView> entries = Views.paged(
                        views.asOf(position, OF_ACCOUNT).param("account", query.accountId()), query.page())
                .query((row, index) -> key(row))
                .list();
        long total = query.page() == null ? entries.size() : count(query.accountId(), position);
        return Answer.list(new Listing<>(entries, total), position);
    }

    private Answer<ApiKeyView> find(long id, long position) {
        return views.asOf(position, ONE)
                .param("id", id)
                .query((row, index) -> new Answer<>(key(row), row.getLong("version"), position))
                .optional()
                .orElseGet(() -> Answer.none(position));
    }

    private long count(long accountId, long position) {
        return views.asOf(position, COUNT)
                .param("account", accountId)
                .query(Long.class)
                .single();
    }

    private static ApiKeyView key(ResultSet row) throws SQLException {
        return new ApiKeyView(
                row.getLong("id"),
                row.getLong("account_id"),
                row.getString("name"),
                row.getString("prefix"),
                words(row.getString("permissions")),
                row.getObject("project_id") == null ? null : row.getLong("project_id"),
                time(row.getString("expires_at")),
                Instant.parse(row.getString("created_at")));
    }

    private static List<String> words(String permissions) {
        return Stream.of(permissions.split(",", 0))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static @Nullable Instant time(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
