package dev.patchbay.shared.call;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a call got, or how it went. */
public enum CallStatus {
    /** Nobody has answered yet; not counted in any statistic. */
    RINGING,
    /** Somebody answered, or something did. */
    ANSWERED,
    /** Nobody answered. */
    MISSED,
    /** The other end was busy. */
    BUSY,
    /** The call could not be set up. */
    FAILED;

    /** As it is written in events and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status written like this. */
    public static Optional<CallStatus> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
