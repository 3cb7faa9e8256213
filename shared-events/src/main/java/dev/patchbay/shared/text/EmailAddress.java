package dev.patchbay.shared.text;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;

/** An e-mail address, without a display name. */
public record EmailAddress(String value) {

    private static final EmailValidator SYNTAX = JMail.strictValidator();
    private static final int LIMIT = 320;

    public static EmailAddress parse(String text) throws InvalidText {
        String address = text.strip();
        if (address.length() > LIMIT || !SYNTAX.isValid(address)) {
            throw new InvalidText("is invalid");
        }
        return new EmailAddress(Texts.line(address, LIMIT));
    }

    @Override
    public String toString() {
        return value;
    }
}
