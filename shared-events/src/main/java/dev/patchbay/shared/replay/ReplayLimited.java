package dev.patchbay.shared.replay;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on the replay goes this fast at most; null for as fast as can be. */
@Revision("1")
public record ReplayLimited(long replayId, @Nullable Integer eventsPerSecond) implements ReplayEvent {}
