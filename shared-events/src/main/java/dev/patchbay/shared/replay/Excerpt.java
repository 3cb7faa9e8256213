package dev.patchbay.shared.replay;

/** The beginning of a text that may be too long to keep. */
final class Excerpt {

    private static final String LEFT_OUT = "…";

    private Excerpt() {}

    /** The text itself, or so much of it that it has so many characters (Unicode code points) with the sign that the rest is left out. */
    static String of(String text, int limit) {
        return text.codePointCount(0, text.length()) <= limit
                ? text
                : text.substring(0, text.offsetByCodePoints(0, limit - 1)) + LEFT_OUT;
    }
}
