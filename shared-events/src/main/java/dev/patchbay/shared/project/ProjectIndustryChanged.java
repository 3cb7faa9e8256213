package dev.patchbay.shared.project;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on the project is about this industry; null when that is not known. */
@Revision("1")
public record ProjectIndustryChanged(
        long projectId, @Nullable String industry) implements ProjectEvent {}
