package dev.patchbay.shared.replay;

import org.axonframework.serialization.Revision;

/** Somebody wants the new views although they differ. */
@Revision("1")
public record ReplayAccepted(long replayId) implements ReplayEvent {}
