package dev.patchbay.shared.project;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on a pause counts as long from this many seconds; null when none does. */
@Revision("1")
public record LongPauseThresholdChanged(
        long projectId, @Nullable Integer longPauseThresholdSeconds) implements ProjectEvent {}
