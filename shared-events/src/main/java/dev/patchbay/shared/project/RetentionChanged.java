package dev.patchbay.shared.project;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on recordings are kept this many days; null when they are kept for ever. */
@Revision("1")
public record RetentionChanged(long projectId, @Nullable Integer retentionDays) implements ProjectEvent {}
