package dev.patchbay.shared.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A project with all it says about itself. */
public record ProjectDetail(
        long id,
        String name,
        @Nullable String language,
        @Nullable String industry,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String description,
        @Nullable String goalLanguage,
        @Nullable String summaryLanguage,
        @Nullable Integer longPauseThresholdSeconds,
        @Nullable String transcriptionHints,
        @Nullable Integer retentionDays,
        boolean qualityBaselineEnabled,
        @Nullable Double qualityBaselinePct,
        int recordingsCount,
        int virtualNumbersCount) {}
