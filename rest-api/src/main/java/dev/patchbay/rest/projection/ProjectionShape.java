package dev.patchbay.rest.projection;

import dev.patchbay.shared.projection.ProjectionView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A projection as it is answered. */
record ProjectionShape(
        String name,
        long position,
        Lag lag,
        List<ProjectionView.Segment> segments,
        long deadLetters,
        @Nullable ReplayShape replay) {

    static ProjectionShape of(ProjectionView projection, @Nullable ReplayShape replay) {
        return new ProjectionShape(
                projection.name(),
                projection.position(),
                new Lag(projection.lagEvents(), projection.lagSeconds()),
                projection.segments(),
                projection.deadLetters(),
                replay);
    }

    /** How far it is behind the log. */
    record Lag(long events, long seconds) {}
}
