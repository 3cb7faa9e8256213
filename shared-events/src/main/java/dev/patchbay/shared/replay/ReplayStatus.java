package dev.patchbay.shared.replay;

import java.util.Arrays;

/** How far a replay is. */
public enum ReplayStatus {
    RUNNING("running", true),
    /** It waits to be resumed. */
    PAUSED("paused", true),
    /** The new views are not the old ones; it waits to be accepted or discarded. */
    DIFFERING("differing", true),
    /** The new views are about to answer although they differ. */
    ACCEPTED("accepted", true),
    /** The new views answer. */
    SWITCHED("switched", false),
    CANCELLED("cancelled", false),
    DISCARDED("discarded", false),
    FAILED("failed", false);

    private final String word;
    private final boolean underWay;

    ReplayStatus(String word, boolean underWay) {
        this.word = word;
        this.underWay = underWay;
    }

    /** The status that is stored under this word. */
    public static ReplayStatus of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no status of replays is called " + word));
    }

    public String word() {
        return word;
    }

    /** Whether it has not ended. */
    public boolean isUnderWay() {
        return underWay;
    }
}
