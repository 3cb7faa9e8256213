package dev.patchbay.shared.project;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on the project is described like this; null when it is not. */
@Revision("1")
public record ProjectDescriptionChanged(
        long projectId, @Nullable String description) implements ProjectEvent {}
