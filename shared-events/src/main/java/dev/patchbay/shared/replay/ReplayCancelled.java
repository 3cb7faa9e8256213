package dev.patchbay.shared.replay;

import org.axonframework.serialization.Revision;

/** Nobody wants the replay any more; what it built is thrown away. */
@Revision("1")
public record ReplayCancelled(long replayId) implements ReplayEvent {}
