package dev.patchbay.shared.project;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on goals are written in this language; null when none is chosen. */
@Revision("1")
public record GoalLanguageChanged(long projectId, @Nullable String goalLanguage) implements ProjectEvent {}
