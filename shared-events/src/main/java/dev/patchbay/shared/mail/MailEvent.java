package dev.patchbay.shared.mail;

import dev.patchbay.shared.Event;

/** What happened to a mail. */
public sealed interface MailEvent extends Event
        permits MailQueued, MailAttempted, MailSent, MailDeferred, MailFailed, MailOutcomeUnknown, MailNotConfigured {
    long mailId();
}
