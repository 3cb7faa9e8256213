package dev.patchbay.query.account;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Listing;
import dev.patchbay.shared.account.AccountQuery.FindAccount;
import dev.patchbay.shared.account.AccountQuery.ListAccounts;
import dev.patchbay.shared.account.AccountView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what is asked about accounts. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class AccountAnswers {

    static final String ONE = """
            select id, version, name, created_at from account
            where id = :id and valid_from <= :position and :position < valid_to
            order by valid_to limit 1
            """;
    static final String ALL = """
            select id, version, name, created_at from account
            where valid_from <= :position and :position < valid_to
            order by id limit :limit offset :offset
            """;
    static final String COUNT = "select count(*) from account where valid_from <= :position and :position < valid_to";

    private final Views views;
    private final Progress progress;

    AccountAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(FindAccount query) {
        long position = progress.await(query.moment());
        return views.asOf(position, ONE)
                .param("id", query.accountId())
                .query((row, index) -> new Answer<>(account(row), row.getLong("version"), position))
                .optional()
                .orElseGet(() -> Answer.none(position));
    }

    @QueryHandler
    Answer answer(ListAccounts query) {
        long position = progress.await(query.moment());
        List<AccountView> entries = Views.paged(views.asOf(position, ALL), query.page())
                .query((row, index) -> account(row))
                .list();
        return Answer.list(new Listing<>(entries, query.page() == null ? entries.size() : count(position)), position);
    }

    private long count(long position) {
        return views.asOf(position, COUNT).query(Long.class).single();
    }

    private static AccountView account(ResultSet row) throws SQLException {
        return new AccountView(row.getLong("id"), row.getString("name"), Instant.parse(row.getString("created_at")));
    }
}
