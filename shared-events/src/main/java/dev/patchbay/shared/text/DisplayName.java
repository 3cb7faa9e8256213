package dev.patchbay.shared.text;

/** What people call something: one line, 1 to 255 characters, trimmed. */
public record DisplayName(String value) {

    private static final int LIMIT = 255;

    public static DisplayName parse(String text) throws InvalidText {
        return new DisplayName(Texts.line(text, LIMIT));
    }

    @Override
    public String toString() {
        return value;
    }
}
