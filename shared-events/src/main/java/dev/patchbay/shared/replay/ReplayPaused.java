package dev.patchbay.shared.replay;

import org.axonframework.serialization.Revision;

/** The replay stands still until it is resumed. */
@Revision("1")
public record ReplayPaused(long replayId) implements ReplayEvent {}
