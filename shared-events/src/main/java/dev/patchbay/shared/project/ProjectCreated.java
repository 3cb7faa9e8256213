package dev.patchbay.shared.project;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on the account has this project. */
@Revision("1")
public record ProjectCreated(
        long projectId,
        long accountId,
        String name,
        String language,
        @Nullable String description,
        @Nullable String industry,
        @Nullable String goalLanguage,
        @Nullable String summaryLanguage,
        @Nullable Integer longPauseThresholdSeconds,
        @Nullable String transcriptionHints,
        @Nullable Integer retentionDays,
        boolean qualityBaselineEnabled,
        @Nullable Double qualityBaselinePct)
        implements ProjectEvent {}
