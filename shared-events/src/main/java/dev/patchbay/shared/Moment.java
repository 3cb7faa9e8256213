package dev.patchbay.shared;

import org.jspecify.annotations.Nullable;

/**
 * The state of the log that a question is about.
 *
 * @param atLeast the answer comes from this position or a later one; {@link #HEAD} for all that is committed when asked
 * @param exactly the answer is the one that was true at this position; null for the newest there is
 */
public record Moment(long atLeast, @Nullable Long exactly) {

    public static final long HEAD = Long.MAX_VALUE;

    public static Moment latest() {
        return new Moment(0, null);
    }

    public static Moment atLeast(long position) {
        return new Moment(position, null);
    }

    public static Moment head() {
        return new Moment(HEAD, null);
    }

    public static Moment exactly(long position) {
        return new Moment(position, position);
    }
}
