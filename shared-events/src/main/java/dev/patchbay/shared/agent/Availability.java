package dev.patchbay.shared.agent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether an agent is there to be given work. */
public enum Availability {
    ONLINE,
    AWAY,
    OFFLINE,
    AWAY_MANUAL,
    AWAY_AND_REASSIGNING;

    /** As it is written in events and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether only a person may end it. */
    public boolean isManual() {
        return this == AWAY_MANUAL || this == AWAY_AND_REASSIGNING;
    }

    /** The availability written like this. */
    public static Optional<Availability> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** The same of a word that was stored; fails when it means nothing. */
    public static Availability named(String word) {
        return of(word).orElseThrow(() -> new IllegalArgumentException("nobody is " + word));
    }
}
