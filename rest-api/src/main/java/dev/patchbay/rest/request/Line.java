package dev.patchbay.rest.request;

import dev.patchbay.rest.answer.Problem;
import org.jspecify.annotations.Nullable;

/** A line that says something. */
public final class Line {
    private final long number;
    private final byte @Nullable [] bytes;

    /** Without bytes it is too long to be read. */
    Line(long number, byte @Nullable [] bytes) {
        this.number = number;
        this.bytes = bytes;
    }

    /** From 1, blank lines counted. */
    public long number() {
        return number;
    }

    /**
     * As they came, without the end of the line.
     *
     * @throws Problem when there are too many
     */
    public byte[] bytes() {
        if (bytes == null) {
            throw Problem.lineTooLong();
        }
        return bytes.clone();
    }
}
