package dev.patchbay.rest.request;

/** A line that says something. */
public final class Line {
    private final long number;
    private final byte[] bytes;

    Line(long number, byte[] bytes) {
        this.number = number;
        this.bytes = bytes;
    }

    /** From 1, blank lines counted. */
    public long number() {
        return number;
    }

    /** As they came, without the end of the line. */
    public byte[] bytes() {
        return bytes.clone();
    }
}
