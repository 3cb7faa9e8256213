package dev.patchbay.benchmarks;

import java.util.Locale;
import java.util.OptionalDouble;

/** What is measured of each contestant, or of the disk. */
enum Figure {
    DISK_SINGLY("disk alone: 1 KB records appended and forced, singly", 1),
    DISK_GROUPS("disk alone: the same in groups of 100", 100),
    CREATING("POST /operators, closed loop", 1),
    CREATING_AT_RATE("POST /operators, open loop", 1),
    READING("GET /operators/:id, closed loop", 1),
    READING_AT_RATE("GET /operators/:id, open loop", 1),
    READY("start of the process until ready, empty directory", 1);

    private final String text;
    private final int group;

    Figure(String text, int group) {
        this.text = text;
        this.group = group;
    }

    String text() {
        return text;
    }

    /** For names of files. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How many writes are done at once. */
    int group() {
        return group;
    }

    double perSecond(Result result) {
        return result.perSecond() * group;
    }

    /** What is twice as good has twice the score; who fails is often fast at it, so what has failures or no answers has none. */
    OptionalDouble score(Result result) {
        if (result.failed() > 0 || !result.hasAnswers()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                switch (this) {
                    case DISK_SINGLY, DISK_GROUPS, CREATING, READING -> perSecond(result);
                    case CREATING_AT_RATE, READING_AT_RATE -> 1 / result.millis(99);
                    case READY -> 1 / result.millis(50);
                });
    }
}
