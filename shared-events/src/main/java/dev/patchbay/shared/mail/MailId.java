package dev.patchbay.shared.mail;

import dev.patchbay.shared.Kind;

/** The number of a mail. */
public record MailId(long value) {

    @Override
    public String toString() {
        return Kind.MAIL.stream(value);
    }
}
