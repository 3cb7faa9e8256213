package dev.patchbay.shared.identity;

import java.util.Arrays;
import java.util.Optional;

/** Whether an identity sends and receives. */
public enum IdentityStatus {
    ACTIVE("active"),
    SUSPENDED("suspended");

    private final String word;

    IdentityStatus(String word) {
        this.word = word;
    }

    public static Optional<IdentityStatus> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word.equals(word))
                .findFirst();
    }

    public String word() {
        return word;
    }
}
