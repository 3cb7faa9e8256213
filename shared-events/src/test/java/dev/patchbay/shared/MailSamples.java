package dev.patchbay.shared;

import dev.patchbay.shared.mail.MailAttempted;
import dev.patchbay.shared.mail.MailDeferred;
import dev.patchbay.shared.mail.MailFailed;
import dev.patchbay.shared.mail.MailNotConfigured;
import dev.patchbay.shared.mail.MailOutcomeUnknown;
import dev.patchbay.shared.mail.MailQueued;
import dev.patchbay.shared.mail.MailSent;
import java.time.Instant;
import java.util.stream.Stream;

/** Samples of what happens to mails. */
final class MailSamples {

    private MailSamples() {}

    static Stream<Event> all() {
        return Stream.of(
                new MailQueued(
                        61,
                        7,
                        "welcome",
                        "agent-42",
                        "desk@example.lt",
                        "Žalgiris & Co",
                        "ada@example.lt",
                        "Ada Lovelace",
                        "answers@example.lt",
                        "Welcome, Ada",
                        "Hello Ada,\nwelcome.\n",
                        "<p>Hello Ada,<br>welcome.</p>"),
                new MailAttempted(61, 2),
                new MailSent(61, 2),
                new MailDeferred(61, 2, "451 4.3.0 Try again later", Instant.parse("2026-11-20T10:04:03Z")),
                new MailFailed(61, 2, "550 5.1.1 No such user"),
                new MailOutcomeUnknown(61, 2, "the connection was lost after DATA"),
                new MailNotConfigured(61));
    }
}
