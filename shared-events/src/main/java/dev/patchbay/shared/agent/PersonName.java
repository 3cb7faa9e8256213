package dev.patchbay.shared.agent;

import dev.patchbay.shared.text.InvalidText;
import dev.patchbay.shared.text.Texts;

/** What a person is called: a first name of 1 to 140 characters and a last name, which may be empty. */
public record PersonName(String first, String last) {

    private static final int LIMIT = 140;

    /** A first name, or a last name that is there. */
    public static String part(String text) throws InvalidText {
        return Texts.line(text, LIMIT);
    }

    @Override
    public String toString() {
        return (first + " " + last).strip();
    }
}
