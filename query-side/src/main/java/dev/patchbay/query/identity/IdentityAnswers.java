package dev.patchbay.query.identity;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Listing;
import dev.patchbay.shared.identity.IdentityQuery.FindIdentity;
import dev.patchbay.shared.identity.IdentityQuery.ListIdentities;
import dev.patchbay.shared.identity.IdentityView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Answers what is asked about one identity, and lists of them. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class IdentityAnswers {

    private static final String JOINED = """
            select i.*, d.uuid as domain_uuid, a.uuid as assistant_uuid
            from shown cross join identity i
            left join domain d on d.id = i.domain_id and d.valid_from <= :position and :position < d.valid_to
            left join assistant a on a.id = i.assistant_id and a.valid_from <= :position and :position < a.valid_to
            where i.id = shown.id and i.valid_to = shown.valid_to
            """;
    static final String ONE = """
            with shown as materialized (
                select id, valid_to from identity
                where %s and account_id = :account and valid_from <= :position and :position < valid_to
                order by valid_to limit 1)
            """ + JOINED;

    private static final String WANTED = """
            from identity i where i.account_id = :account and i.valid_from <= :position and :position < i.valid_to
            and (:status is null or i.status = :status)
            and (:domain is null or i.domain_id in (
                select known.id from domain known
                where known.uuid = :domain and known.valid_from <= :position and :position < known.valid_to))
            """;
    static final String OF_ACCOUNT = "with shown as materialized (select i.id, i.valid_to, i.created " + WANTED
            + "order by i.created desc limit :limit offset :offset)\n" + JOINED + "order by shown.created desc";
    static final String COUNT = "select count(*) " + WANTED;

    private final Views views;
    private final Progress progress;

    IdentityAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(FindIdentity query) {
        long position = progress.await(query.moment());
        return Views.choosing(query.which(), condition -> views.asOf(position, ONE.formatted(condition)))
                .param("account", query.accountId())
                .query((row, index) -> new Answer<>(identity(row), row.getLong("version"), position))
                .optional()
                .orElseGet(() -> Answer.none(position));
    }

    @QueryHandler
    Answer answer(ListIdentities query) {
        long position = progress.await(query.moment());
        List<IdentityView> entries = Views.sliced(wanted(query, position, OF_ACCOUNT), query.slice())
                .query((row, index) -> identity(row))
                .list();
        long total = wanted(query, position, COUNT).query(Long.class).single();
        return Answer.list(new Listing<>(entries, total), position);
    }

    private StatementSpec wanted(ListIdentities query, long position, String sql) {
        return views.asOf(position, sql)
                .param("account", query.accountId())
                .param("status", query.status() == null ? null : query.status().word())
                .param("domain", query.domain() == null ? null : query.domain().toString());
    }

    private static IdentityView identity(ResultSet row) throws SQLException {
        String assistant = row.getString("assistant_uuid");
        return new IdentityView(
                row.getLong("id"),
                UUID.fromString(row.getString("uuid")),
                row.getLong("account_id"),
                UUID.fromString(row.getString("domain_uuid")),
                assistant == null ? null : UUID.fromString(assistant),
                row.getString("local_part"),
                row.getString("email_address"),
                row.getString("display_name"),
                row.getString("reply_to_email"),
                row.getString("text_signature"),
                row.getString("html_signature"),
                row.getInt("thread_history_depth"),
                row.getString("status"),
                row.getString("approval_channel"),
                row.getBoolean("cold_sending_allowed"),
                row.getBoolean("auto_approval_enabled"),
                Instant.parse(row.getString("created_at")),
                Instant.parse(row.getString("updated_at")));
    }
}
