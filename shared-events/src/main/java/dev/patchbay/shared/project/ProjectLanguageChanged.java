package dev.patchbay.shared.project;

import org.axonframework.serialization.Revision;

/** From now on the project's calls are held in this language. */
@Revision("1")
public record ProjectLanguageChanged(long projectId, String language) implements ProjectEvent {}
