package dev.patchbay.shared.activity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what entries of the activity log are ordered and chosen. */
public enum ActivityField {
    ACTIVITY_TYPE,
    ACTOR_ID,
    IP,
    CREATED_AT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field written like this. */
    public static Optional<ActivityField> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
