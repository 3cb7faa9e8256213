package dev.patchbay.shared.identity;

import dev.patchbay.shared.text.InvalidText;
import dev.patchbay.shared.text.Texts;
import java.util.Locale;
import java.util.regex.Pattern;

/** What comes before the @ of an identity's address, in lower case. */
public record LocalPart(String value) {

    private static final int LIMIT = 64;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+([._+-][a-z0-9]+)*");

    public static LocalPart parse(String text) throws InvalidText {
        String part = Texts.line(text.toLowerCase(Locale.ROOT), LIMIT);
        if (!part.equals(text.toLowerCase(Locale.ROOT)) || !FORM.matcher(part).matches()) {
            throw new InvalidText("is invalid");
        }
        return new LocalPart(part);
    }

    @Override
    public String toString() {
        return value;
    }
}
