package dev.patchbay.shared.project;

import org.axonframework.serialization.Revision;

/** The project is gone for good, and with it its numbers, keys and links. */
@Revision("1")
public record ProjectDeleted(long projectId) implements ProjectEvent {}
