package dev.patchbay.shared.call;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The length of the parts into which a period is divided: of the clock and calendar of a time zone. */
public enum Bucket {
    /** Split where the clock changes, so that every hour of the day is there as often as it comes. */
    HOUR,
    /** From midnight to midnight. */
    DAY,
    /** From Monday to Monday. */
    WEEK,
    /** From the first of a month to the first of the next. */
    MONTH;

    /** As it is written in requests and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The bucket written like this. */
    public static Optional<Bucket> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
