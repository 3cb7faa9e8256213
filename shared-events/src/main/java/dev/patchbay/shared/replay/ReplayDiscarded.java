package dev.patchbay.shared.replay;

import org.axonframework.serialization.Revision;

/** Nobody wants the new views, which differ; they are thrown away. */
@Revision("1")
public record ReplayDiscarded(long replayId) implements ReplayEvent {}
