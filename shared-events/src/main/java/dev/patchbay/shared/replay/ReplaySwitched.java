package dev.patchbay.shared.replay;

import org.axonframework.serialization.Revision;

/** From this position on the new views answer. */
@Revision("1")
public record ReplaySwitched(long replayId, long position) implements ReplayEvent {}
