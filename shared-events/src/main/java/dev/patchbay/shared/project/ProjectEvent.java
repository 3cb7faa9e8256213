package dev.patchbay.shared.project;

import dev.patchbay.shared.Event;

/** What happened to a project. */
public sealed interface ProjectEvent extends Event
        permits ProjectCreated,
                ProjectRenamed,
                ProjectLanguageChanged,
                ProjectDescriptionChanged,
                ProjectIndustryChanged,
                GoalLanguageChanged,
                SummaryLanguageChanged,
                LongPauseThresholdChanged,
                TranscriptionHintsChanged,
                RetentionChanged,
                QualityBaselineEnabled,
                QualityBaselineDisabled,
                QualityBaselineChanged,
                ProjectDeleted,
                ProjectRestored {
    long projectId();
}
