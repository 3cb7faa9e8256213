package dev.patchbay.query.domain;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Listing;
import dev.patchbay.shared.domain.DnsRecords;
import dev.patchbay.shared.domain.DomainName;
import dev.patchbay.shared.domain.DomainQuery.FindDomain;
import dev.patchbay.shared.domain.DomainQuery.FindNextCheck;
import dev.patchbay.shared.domain.DomainQuery.ListDomains;
import dev.patchbay.shared.domain.DomainQuery.ListDomainsToCheck;
import dev.patchbay.shared.domain.DomainView;
import dev.patchbay.shared.domain.Findings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what is asked about domains. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class DomainAnswers {

    static final String ONE = """
            select * from domain
            where %s and account_id = :account and valid_from <= :position and :position < valid_to
            order by valid_to limit 1
            """;
    static final String OF_ACCOUNT = """
            select * from domain
            where account_id = :account and valid_from <= :position and :position < valid_to
            order by created desc limit :limit offset :offset
            """;
    static final String COUNT = """
            select count(*) from domain
            where account_id = :account and valid_from <= :position and :position < valid_to
            """;
    static final String TO_CHECK = """
            select * from (
                select *, row_number() over (partition by account_id order by next_check_at, id) as turn from (
                    select * from domain
                    where next_check_at <= :now and valid_to = %1$d and valid_from <= :position
                    union all
                    select * from domain
                    where next_check_at <= :now and :position < valid_to and valid_to < %1$d
                        and valid_from <= :position
                )
                where id not in (:resting)
            )
            where turn <= :of_an_account
            order by turn, next_check_at, id limit :most
            """.formatted(Timeline.OPEN);
    static final String NEXT_CHECK = """
            select next_check_at from (
                select * from (
                    select next_check_at from domain
                    where next_check_at > :now and valid_to = %1$d and valid_from <= :position
                    order by next_check_at limit 1
                )
                union all
                select next_check_at from domain
                where next_check_at > :now and :position < valid_to and valid_to < %1$d and valid_from <= :position
            )
            order by next_check_at limit 1
            """.formatted(Timeline.OPEN);

    private final Views views;
    private final Progress progress;

    DomainAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(FindDomain query) {
        long position = progress.await(query.moment());
        return Views.choosing(query.which(), condition -> views.asOf(position, ONE.formatted(condition)))
                .param("account", query.accountId())
                .query((row, index) -> new Answer<>(domain(row), row.getLong("version"), position))
                .optional()
                .orElseGet(() -> Answer.none(position));
    }

    @QueryHandler
    Answer answer(ListDomains query) {
        long position = progress.await(query.moment());
        List<DomainView> entries = Views.sliced(
                        views.asOf(position, OF_ACCOUNT).param("account", query.accountId()), query.slice())
                .query((row, index) -> domain(row))
                .list();
        long total = views.asOf(position, COUNT)
                .param("account", query.accountId())
                .query(Long.class)
                .single();
        return Answer.list(new Listing<>(entries, total), position);
    }

    @QueryHandler
    Answer answer(ListDomainsToCheck query) {
        long position = progress.await(query.moment());
        List<DomainView> due = views.asOf(position, TO_CHECK)
                .param("now", query.now().toEpochMilli())
                .param("resting", query.resting())
                .param("most", query.most())
                .param("of_an_account", query.ofAnAccount())
                .query((row, index) -> domain(row))
                .list();
        return Answer.list(due, position);
    }

    @QueryHandler
    Answer answer(FindNextCheck query) {
        long position = progress.await(query.moment());
        return views.asOf(position, NEXT_CHECK)
                .param("now", query.now().toEpochMilli())
                .query((row, index) -> Answer.list(Instant.ofEpochMilli(row.getLong("next_check_at")), position))
                .optional()
                .orElseGet(() -> Answer.none(position));
    }

    private static DomainView domain(ResultSet row) throws SQLException {
        return new DomainView(
                row.getLong("id"),
                UUID.fromString(row.getString("uuid")),
                row.getLong("account_id"),
                new DomainName(row.getString("name")),
                row.getString("status"),
                new DnsRecords(
                        row.getString("ownership_text"),
                        row.getString("spf_text"),
                        row.getString("dkim_selector"),
                        row.getString("dkim_text"),
                        row.getString("mail_host")),
                row.getString("ownership") == null ? null : findings(row),
                Instant.parse(row.getString("created_at")),
                Instant.parse(row.getString("updated_at")));
    }

    private static Findings findings(ResultSet row) throws SQLException {
        return Findings.of(
                row.getString("ownership"), row.getString("spf"), row.getString("dkim"), row.getString("mx"));
    }
}
