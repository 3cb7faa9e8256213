package dev.patchbay.shared.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A replay of a projection.
 *
 * @param accountId whose key asked for it
 * @param status one of the words of {@link ReplayStatus}
 * @param eventsPerSecond how fast it goes at most; null for as fast as can be
 * @param startedPosition where it was asked for
 * @param position where it differed, switched or failed; null when it did not
 * @param differences in what the new views are not the old ones, by the names of the tables
 * @param error why it failed; null when it did not
 * @param updatedAt when the last thing happened to it
 */
public record ReplayView(
        long id,
        long accountId,
        String projection,
        String status,
        @Nullable Integer eventsPerSecond,
        long startedPosition,
        @Nullable Long position,
        List<TableDifference> differences,
        @Nullable String error,
        Instant createdAt,
        Instant updatedAt) {

    public ReplayView {
        differences = List.copyOf(differences);
    }
}
