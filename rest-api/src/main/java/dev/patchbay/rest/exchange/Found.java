package dev.patchbay.rest.exchange;

import dev.patchbay.rest.answer.EntityTag;
import dev.patchbay.rest.answer.Reply;
import java.util.function.Function;

/**
 * Something that exists and that the caller may see.
 *
 * @param version the sequence number of its last event
 * @param position where in the log this was so
 */
public record Found<T>(T view, long version, long position) {

    /** The same thing in the shape in which it is answered. */
    public <S> Found<S> as(Function<T, S> shape) {
        return new Found<>(shape.apply(view), version, position);
    }

    Reply reply(int status) {
        return Reply.data(status, view).tagged(version).at(position);
    }

    EntityTag tag() {
        return EntityTag.of(version, Reply.data(200, view).body());
    }
}
