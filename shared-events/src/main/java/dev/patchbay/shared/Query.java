package dev.patchbay.shared;

/**
 * A question about the views; it is answered with an {@link Answer} that holds a {@code T}.
 *
 * @param <T> the view
 */
public interface Query<T> {

    /** The state of the log that the question is about. */
    Moment moment();
}
