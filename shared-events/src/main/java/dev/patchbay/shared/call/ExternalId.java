package dev.patchbay.shared.call;

import dev.patchbay.shared.text.InvalidText;
import dev.patchbay.shared.text.Texts;

/** What the system that carried a call knows it by: one line, 1 to 255 characters, trimmed. */
public record ExternalId(String value) {

    private static final int LIMIT = 255;

    public static ExternalId parse(String text) throws InvalidText {
        return new ExternalId(Texts.line(text, LIMIT));
    }

    @Override
    public String toString() {
        return value;
    }
}
