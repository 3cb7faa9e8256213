package dev.patchbay.shared.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Rules that every text from outside must keep. */
public final class Texts {

    private Texts() {}

    /** A one-line text without surrounding blanks, 1 to {@code limit} characters (Unicode code points). */
    public static String line(String text, int limit) throws InvalidText {
        String line = strip(text);
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

    /** The SHA-256 digest of a text, as 64 hexadecimal digits: a name for what may hold anything. */
    public static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The text without blanks around it, also those that do not break lines, which {@link String#strip} would leave. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
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
        return Character.isISOControl(codePoint)
                || isLineBreak(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static boolean isLayout(int codePoint) {
        return codePoint == '\n' || codePoint == '\r' || codePoint == '\t' || isLineBreak(codePoint);
    }

    private static boolean isLineBreak(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
