package dev.patchbay.shared.replay;

import org.axonframework.serialization.Revision;

/** The replay came to this position and no further; the old views answer as before. */
@Revision("1")
public record ReplayFailed(long replayId, long position, String error) implements ReplayEvent {}
