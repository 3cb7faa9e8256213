package dev.patchbay.query.operator;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The two letters by which a name is known; fewer when it has not as many. */
final class Initials {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\p{IsWhite_Space}+");

    private Initials() {}

    static String of(String name) {
        // Composed, so that an accent written as a character of its own is not lost.
        List<int[]> words = WHITE_SPACE
                .splitAsStream(Normalizer.normalize(name, Normalizer.Form.NFC))
                .map(Initials::lettersAndDigits)
                .filter(word -> word.length > 0)
                .toList();
        return switch (words.size()) {
            case 0 -> "";
            case 1 -> beginning(words.getFirst(), 2);
            default -> beginning(words.getFirst(), 1) + beginning(words.getLast(), 1);
        };
    }

    private static int[] lettersAndDigits(String word) {
        return word.codePoints().filter(Character::isLetterOrDigit).toArray();
    }

    private static String beginning(int[] word, int length) {
        return new String(word, 0, Math.min(length, word.length)).toUpperCase(Locale.ROOT);
    }
}
