package dev.patchbay.shared.mail;

import dev.patchbay.shared.text.InvalidText;
import dev.patchbay.shared.text.Texts;

/** What a mail says in its subject: one line, 1 to 255 characters, trimmed. */
public record Subject(String value) {

    private static final int LIMIT = 255;

    public static Subject parse(String text) throws InvalidText {
        return new Subject(Texts.line(text, LIMIT));
    }

    @Override
    public String toString() {
        return value;
    }
}
