package dev.patchbay.shared.replay;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A projection is built anew, beside the one that answers.
 *
 * @param accountId whose key asked for it; the projection is everybody's
 * @param eventsPerSecond how fast at most; null for as fast as can be
 */
@Revision("1")
public record ReplayStarted(
        long replayId,
        long accountId,
        String projection,
        @Nullable Integer eventsPerSecond) implements ReplayEvent {}
