package dev.patchbay.shared.virtualnumber;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which order the operators of a virtual number are rung. */
public enum RoutingStrategy {
    /** One after the other, by priority. */
    PRIORITY,
    /** Taking turns. */
    ROUND_ROBIN,
    /** All at once. */
    SIMULTANEOUS;

    /** As it is written in events and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The strategy written like this. */
    public static Optional<RoutingStrategy> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
