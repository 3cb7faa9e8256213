package dev.patchbay.rest.answer;

/** The views have not reached a position yet; asking again may succeed. */
public final class NotYet extends Problem {
    private final long position;

    public NotYet(long position) {
        super(retryLater(1, Reply.error(503, "Not yet at position " + position)));
        this.position = position;
    }

    public long position() {
        return position;
    }
}
