package dev.patchbay.shared.apikey;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key may do; none includes another. */
public enum Permission {
    READ,
    WRITE,
    DELETE,
    ADMIN;

    /** As it is written in events and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The permission written like this. */
    public static Optional<Permission> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
