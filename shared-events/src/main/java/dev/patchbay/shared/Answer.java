package dev.patchbay.shared;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a query answers.
 *
 * @param view null when there is no such thing, or none that the caller may see
 * @param version the sequence number of the last event in the stream of the thing answered; -1 for lists
 * @param position the place in the log at which the answer is true
 */
public record Answer<T>(@Nullable T view, long version, long position) {

    public static <T> Answer<T> list(T view, long position) {
        return new Answer<>(view, -1, position);
    }

    public static <T> Answer<T> none(long position) {
        return new Answer<>(null, -1, position);
    }

    public Optional<T> found() {
        return Optional.ofNullable(view);
    }
}
