package dev.patchbay.shared.project;

import org.axonframework.serialization.Revision;

/** From now on the project is called this. */
@Revision("1")
public record ProjectRenamed(long projectId, String name) implements ProjectEvent {}
