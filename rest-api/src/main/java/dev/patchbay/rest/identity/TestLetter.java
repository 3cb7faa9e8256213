package dev.patchbay.rest.identity;

import dev.patchbay.rest.mail.Wording;
import dev.patchbay.shared.identity.IdentityView;
import dev.patchbay.shared.mail.Letter;
import dev.patchbay.shared.mail.MailKind;
import dev.patchbay.shared.mail.Mailbox;
import dev.patchbay.shared.mail.Subject;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.EmailAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a test mail says. */
final class TestLetter {

    private TestLetter() {}

    /**
     * A letter as the identity would write it.
     *
     * @param to null for where answers to the identity go
     */
    static Letter of(IdentityView identity, @Nullable EmailAddress to) {
        EmailAddress own = new EmailAddress(identity.emailAddress());
        EmailAddress replyTo = identity.replyToEmail() == null ? null : new EmailAddress(identity.replyToEmail());
        EmailAddress recipient = Stream.of(Optional.ofNullable(to), Optional.ofNullable(replyTo))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(own);
        Wording wording = new Wording(
                "en",
                List.of(
                        "This is a test of " + identity.emailAddress() + ".",
                        "It was sent because somebody asked for it. That it came shows that mail from this address arrives."));
        return new Letter(
                MailKind.TEST,
                new Mailbox(own, new DisplayName(identity.displayName())),
                new Mailbox(recipient, null),
                replyTo,
                new Subject("Test of " + identity.emailAddress()),
                wording.text() + (identity.textSignature() == null ? "" : "\n-- \n" + identity.textSignature() + "\n"),
                wording.html(identity.htmlSignature() == null ? "" : identity.htmlSignature() + "\n"));
    }
}
