package dev.patchbay.shared.domain;

import java.util.Arrays;

/** What a look-up of a record came to. */
public enum Finding {
    /** The record is there and says what it must. */
    VERIFIED("verified"),
    /** There is no such record. */
    MISSING("missing"),
    /** There is one, and it says something else. */
    DIFFERENT("different"),
    /** Nobody gave an answer that could be used. */
    UNANSWERED("unanswered");

    private final String word;

    Finding(String word) {
        this.word = word;
    }

    /** The finding that is stored under this word. */
    public static Finding of(String word) {
        return Arrays.stream(values())
                .filter(finding -> finding.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no finding is called " + word));
    }

    Finding over(Finding earlier) {
        return this == UNANSWERED ? earlier : this;
    }

    public String word() {
        return word;
    }
}
