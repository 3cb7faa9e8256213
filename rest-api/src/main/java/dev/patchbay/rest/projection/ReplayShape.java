package dev.patchbay.rest.projection;

import dev.patchbay.shared.projection.ReplayProgress;
import dev.patchbay.shared.replay.ReplayView;
import dev.patchbay.shared.replay.TableDifference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A replay as it is answered. */
record ReplayShape(
        long id,
        long accountId,
        String projection,
        String status,
        @Nullable Integer eventsPerSecond,
        long startedPosition,
        @Nullable Long position,
        List<TableDifference> differences,
        @Nullable String error,
        @Nullable ReplayProgress progress,
        Instant createdAt,
        Instant updatedAt) {

    static ReplayShape of(ReplayView replay, @Nullable ReplayProgress progress) {
        return new ReplayShape(
                replay.id(),
                replay.accountId(),
                replay.projection(),
                replay.status(),
                replay.eventsPerSecond(),
                replay.startedPosition(),
                replay.position(),
                replay.differences(),
                replay.error(),
                progress,
                replay.createdAt(),
                replay.updatedAt());
    }
}
