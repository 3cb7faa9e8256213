package dev.patchbay.shared.text;

/** Rules that every text from outside must keep. */
public final class Texts {

    private Texts() {}

    /** A one-line text without surrounding blanks, 1 to {@code limit} characters (Unicode code points). */
    public static String line(String text, int limit) throws InvalidText {
        String line = text.strip();
        if (line.isEmpty()) {
            throw new InvalidText("can't be blank");
        }
        refuseUnprintable(line, false);
        refuseLongerThan(line, limit);
        return line;
    }

    /** A text of several lines, kept as it is, up to {@code limit} characters (Unicode code points). */
    public static String prose(String text, int limit) throws InvalidText {
        refuseUnprintable(text, true);
        refuseLongerThan(text, limit);
        return text;
    }

    private static void refuseLongerThan(String text, int limit) throws InvalidText {
        if (text.codePointCount(0, text.length()) > limit) {
            throw new InvalidText("is too long (maximum is " + limit + " characters)");
        }
    }

    private static void refuseUnprintable(String text, boolean severalLines) throws InvalidText {
        boolean allowed = text.codePoints().noneMatch(c -> isUnprintable(c) && !(severalLines && isLayout(c)));
        if (!allowed) {
            throw new InvalidText("contains characters that are not allowed");
        }
    }

    private static boolean isUnprintable(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static boolean isLayout(int codePoint) {
        return codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
    }
}
