package dev.patchbay.query.mail;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.mail.MailQuery.FindMail;
import dev.patchbay.shared.mail.MailView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what became of a mail. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class MailAnswers {

    static final String ONE = """
            select m.id, m.kind, m.about, m.recipient, m.queued_at, d.status, d.attempts, d.reason, d.since, d.version
            from mail m cross join mail_delivery d
            where m.id = :id and m.account_id = :account and m.valid_from <= :position and :position < m.valid_to
            and d.mail_id = m.id and d.valid_from <= :position and :position < d.valid_to
            order by d.valid_to limit 1
            """;

    private final Views views;
    private final Progress progress;

    MailAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(FindMail query) {
        long position = progress.await(query.moment());
        return views.asOf(position, ONE)
                .param("id", query.mailId())
                .param("account", query.accountId())
                .query((row, index) -> new Answer<>(mail(row), row.getLong("version"), position))
                .optional()
                .orElseGet(() -> Answer.none(position));
    }

    private static MailView mail(ResultSet row) throws SQLException {
        return new MailView(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("about"),
                row.getString("recipient"),
                row.getString("status"),
                row.getInt("attempts"),
                row.getString("reason"),
                Instant.parse(row.getString("queued_at")),
                Instant.parse(row.getString("since")));
    }
}
