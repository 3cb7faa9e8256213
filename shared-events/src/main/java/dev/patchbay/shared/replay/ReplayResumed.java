package dev.patchbay.shared.replay;

import org.axonframework.serialization.Revision;

/** The replay goes on. */
@Revision("1")
public record ReplayResumed(long replayId) implements ReplayEvent {}
