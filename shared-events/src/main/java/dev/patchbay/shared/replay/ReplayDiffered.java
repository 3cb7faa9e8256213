package dev.patchbay.shared.replay;

import org.axonframework.serialization.Revision;

/** At this position the new views are not the old ones; the replay waits until somebody accepts or discards them. */
@Revision("1")
public record ReplayDiffered(long replayId, long position) implements ReplayEvent {}
