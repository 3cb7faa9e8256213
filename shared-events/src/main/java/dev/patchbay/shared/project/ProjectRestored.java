package dev.patchbay.shared.project;

import org.axonframework.serialization.Revision;

/** The project is there again, as before the deletion but with nothing that belongs to it. */
@Revision("1")
public record ProjectRestored(long projectId) implements ProjectEvent {}
