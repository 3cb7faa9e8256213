package dev.patchbay.shared.project;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on summaries are written in this language; null when none is chosen. */
@Revision("1")
public record SummaryLanguageChanged(
        long projectId, @Nullable String summaryLanguage) implements ProjectEvent {}
