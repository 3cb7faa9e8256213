package dev.patchbay.shared.project;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on the quality baseline is this percentage, 0 to 100; null when there is none. */
@Revision("1")
public record QualityBaselineChanged(
        long projectId, @Nullable Double qualityBaselinePct) implements ProjectEvent {}
