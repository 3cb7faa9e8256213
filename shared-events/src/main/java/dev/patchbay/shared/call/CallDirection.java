package dev.patchbay.shared.call;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who called whom. */
public enum CallDirection {
    /** Somebody called the virtual number. */
    INBOUND,
    /** Somebody was called from the virtual number. */
    OUTBOUND;

    /** As it is written in events and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The direction written like this. */
    public static Optional<CallDirection> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
