package dev.patchbay.shared.text;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;

/** An e-mail address, without a display name or a comment. */
public record EmailAddress(String value) {

    private static final EmailValidator SYNTAX = JMail.strictValidator();
    private static final int LIMIT = 320;

    public static EmailAddress parse(String text) throws InvalidText {
        String address = Texts.strip(text);
        if (address.length() > LIMIT || !isBare(address) || hasHiddenPart(address)) {
            throw new InvalidText("is invalid");
        }
        return new EmailAddress(Texts.line(address, LIMIT));
    }

    /** The address and nothing around or within it: no name, no brackets, no comment. */
    private static boolean isBare(String address) {
        return SYNTAX.tryParse(address)
                .filter(parsed ->
                        address.equals(parsed.localPartWithoutComments() + "@" + parsed.domainWithoutComments()))
                .isPresent();
    }

    /** Blanks other than the plain one, and what shows nothing at all, come from copying and reach nobody. */
    private static boolean hasHiddenPart(String address) {
        return address.codePoints()
                .anyMatch(c -> c != ' ' && (Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT));
    }

    @Override
    public String toString() {
        return value;
    }
}
