package dev.patchbay.rest.audit;

import dev.patchbay.rest.answer.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a list of entries goes on, as a text that clients only hand back; good for the order that it was given for. */
final class Place {
    private static final Pattern TEXT = Pattern.compile("(asc|desc)\\.([1-9][0-9]{0,17})");

    private Place() {}

    static String write(long position, boolean ascending) {
        String place = (ascending ? "asc" : "desc") + "." + position;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.US_ASCII));
    }

    static long read(String text, boolean ascending) {
        Matcher place = TEXT.matcher(decode(text));
        if (!place.matches()
                || !write(Long.parseLong(place.group(2)), ascending).equals(text)) {
            throw invalid();
        }
        return Long.parseLong(place.group(2));
    }

    private static String decode(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static Problem invalid() {
        return Problem.parameter("cursor is invalid");
    }
}
