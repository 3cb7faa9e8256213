package dev.patchbay.shared.team;

import java.util.Arrays;
import java.util.Optional;

/** How conversations of a team come to its members. */
public enum AssignmentType {
    ROUND_ROBIN("Round robin"),
    MANUAL("Manual");

    private final String word;

    AssignmentType(String word) {
        this.word = word;
    }

    /** As it is written in events and answers. */
    public String word() {
        return word;
    }

    /** The type written like this. */
    public static Optional<AssignmentType> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
