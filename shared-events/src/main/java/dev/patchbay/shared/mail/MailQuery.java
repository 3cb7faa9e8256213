package dev.patchbay.shared.mail;

import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Query;
import java.util.List;

/** Everything one may ask about mails. */
public sealed interface MailQuery<T> extends Query<T> {

    /** One mail of an account. */
    record FindMail(long mailId, long accountId, Moment moment) implements MailQuery<MailView> {}

    /** Mails that are waiting, or were attempted and have no outcome yet: those that are due first, first. */
    record ListPendingMails(MailStatus status, int most, Moment moment) implements MailQuery<List<PendingMail>> {}
}
