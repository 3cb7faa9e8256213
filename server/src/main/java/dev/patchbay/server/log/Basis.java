package dev.patchbay.server.log;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * The streams that a decision was made from, and how far they went then. Where several processes write one log, an append counts only
 * if none of them has grown since; in one process the locks of the aggregates see to that.
 */
public final class Basis {

    /** The sequence number before the first. */
    public static final long NOTHING = -1;

    private final Map<String, Seen> streams = new HashMap<>();
    private boolean onViews;

    /**
     * A stream as it was read.
     *
     * @param sequence the number of its last event, {@link #NOTHING} when there was none
     * @param head a position that was in the log before it was read
     */
    public record Seen(long sequence, long head) {}

    /**
     * Notes what was read of a stream: the part from an event on. Of two looks that differ the first counts, unless the second goes on
     * where the first ended.
     */
    void note(String stream, long firstSequence, long lastSequence, long head) {
        streams.merge(
                stream,
                new Seen(lastSequence, head),
                (before, now) -> firstSequence > 0 && firstSequence == before.sequence + 1
                        ? new Seen(now.sequence, before.head)
                        : new Seen(Math.min(before.sequence, now.sequence), before.head));
    }

    public Map<String, Seen> streams() {
        return Collections.unmodifiableMap(streams);
    }

    /** Notes that views were asked too. */
    void noteViews() {
        onViews = true;
    }

    /** Whether views were asked too: they do not know what others decide meanwhile from streams that this decision adds to. */
    public boolean isOnViews() {
        return onViews;
    }
}
