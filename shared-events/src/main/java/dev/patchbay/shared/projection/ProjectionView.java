package dev.patchbay.shared.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the views that a projection builds are.
 *
 * @param position the last event that is in them
 * @param lagEvents how many events of the log are not
 * @param lagSeconds how long ago the first of those was recorded; 0 when there is none
 * @param segments its parts, which go on independently of each other
 * @param deadLetters how many events are parked, because it failed on them or on one before
 * @param replayId the replay that is under way; null when none is
 */
public record ProjectionView(
        String name,
        long position,
        long lagEvents,
        long lagSeconds,
        List<Segment> segments,
        long deadLetters,
        @Nullable Long replayId) {

    public ProjectionView {
        segments = List.copyOf(segments);
    }

    /**
     * A part of a projection.
     *
     * @param position the last event that it has seen
     */
    public record Segment(int id, long position) {}
}
