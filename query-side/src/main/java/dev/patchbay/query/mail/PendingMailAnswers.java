package dev.patchbay.query.mail;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.mail.Letter;
import dev.patchbay.shared.mail.MailKind;
import dev.patchbay.shared.mail.MailQuery.ListPendingMails;
import dev.patchbay.shared.mail.Mailbox;
import dev.patchbay.shared.mail.PendingMail;
import dev.patchbay.shared.mail.Subject;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers which mails somebody has to see to. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class PendingMailAnswers {

    static final String PENDING = """
            with shown as materialized (
                select mail_id, attempts, due_at from mail_delivery
                where status = :status and valid_to = %1$d and valid_from <= :position
                union all
                select mail_id, attempts, due_at from mail_delivery
                where status = :status and :position < valid_to and valid_to < %1$d and valid_from <= :position
                order by due_at, mail_id limit :most)
            select m.*, shown.attempts, shown.due_at
            from shown cross join mail m
            where m.id = shown.mail_id and m.valid_from <= :position and :position < m.valid_to
            order by shown.due_at, m.id
            """.formatted(Timeline.OPEN);

    private final Views views;
    private final Progress progress;

    PendingMailAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(ListPendingMails query) {
        long position = progress.await(query.moment());
        List<PendingMail> pending = views.asOf(position, PENDING)
                .param("status", query.status().word())
                .param("most", query.most())
                .query((row, index) -> mail(row))
                .list();
        return Answer.list(pending, position);
    }

    private static PendingMail mail(ResultSet row) throws SQLException {
        return new PendingMail(
                row.getLong("id"),
                row.getLong("account_id"),
                row.getInt("attempts"),
                Instant.parse(row.getString("queued_at")),
                Instant.ofEpochMilli(row.getLong("due_at")),
                letter(row));
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                MailKind.of(row.getString("kind")),
                mailbox(row.getString("sender"), row.getString("sender_name")),
                new Mailbox(new EmailAddress(row.getString("recipient")), name(row.getString("recipient_name"))),
                Optional.ofNullable(row.getString("reply_to"))
                        .map(EmailAddress::new)
                        .orElse(null),
                new Subject(row.getString("subject")),
                row.getString("text_part"),
                row.getString("html_part"));
    }

    private static @Nullable Mailbox mailbox(@Nullable String address, @Nullable String name) {
        return address == null ? null : new Mailbox(new EmailAddress(address), name(name));
    }

    private static @Nullable DisplayName name(@Nullable String name) {
        return name == null ? null : new DisplayName(name);
    }
}
