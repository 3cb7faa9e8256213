package dev.patchbay.rest.virtualnumber;

import dev.patchbay.shared.text.InvalidText;
import java.util.Set;

/** What kinds of numbers carriers tell apart. */
final class NumberType {
    private static final Set<String> WORDS = Set.of("mobile", "local", "toll-free", "national");

    private NumberType() {}

    static String parse(String word) throws InvalidText {
        if (!WORDS.contains(word)) {
            throw new InvalidText("is not included in the list");
        }
        return word;
    }
}
