package dev.patchbay.rest.call;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.shared.call.CallPage.Next;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a list goes on, as a text that clients only hand back. */
final class Cursor {
    private static final String NUMBER = "(0|[1-9][0-9]{0,17})";
    private static final Pattern PLACE = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER);

    private Cursor() {}

    static String write(Next next) {
        String place = next.position() + "." + next.startedAt() + "." + next.callId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.US_ASCII));
    }

    static Next read(String text) {
        Matcher place = PLACE.matcher(decode(text));
        if (!place.matches()) {
            throw invalid();
        }
        Next next = new Next(number(place, 1), number(place, 2), number(place, 3));
        if (!write(next).equals(text)) {
            throw invalid();
        }
        return next;
    }

    private static String decode(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static long number(Matcher place, int group) {
        return Long.parseLong(place.group(group));
    }

    private static Problem invalid() {
        return Problem.parameter("cursor is invalid");
    }
}
