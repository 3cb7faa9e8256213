package dev.patchbay.shared.project;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.Language;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one may ask of a project. Asking for what is already so is harmless; null takes a value away. */
public sealed interface ProjectCommand extends Command {

    @Override
    @TargetAggregateIdentifier
    ProjectId id();

    record CreateProject(ProjectId id, AccountId account, DisplayName name, Language language, Settings settings)
            implements ProjectCommand {}

    /** What a project may say about itself beyond its name and language. */
    record Settings(
            @Nullable String description,
            @Nullable String industry,
            @Nullable Language goalLanguage,
            @Nullable Language summaryLanguage,
            @Nullable Integer longPauseThresholdSeconds,
            @Nullable String transcriptionHints,
            @Nullable Integer retentionDays,
            boolean qualityBaselineEnabled,
            @Nullable Double qualityBaselinePct) {}

    record RenameProject(ProjectId id, DisplayName name) implements ProjectCommand {}

    record ChangeProjectLanguage(ProjectId id, Language language) implements ProjectCommand {}

    record ChangeProjectDescription(ProjectId id, @Nullable String description) implements ProjectCommand {}

    record ChangeProjectIndustry(ProjectId id, @Nullable String industry) implements ProjectCommand {}

    record ChangeGoalLanguage(ProjectId id, @Nullable Language language) implements ProjectCommand {}

    record ChangeSummaryLanguage(ProjectId id, @Nullable Language language) implements ProjectCommand {}

    record ChangeLongPauseThreshold(ProjectId id, @Nullable Integer seconds) implements ProjectCommand {}

    record ChangeTranscriptionHints(ProjectId id, @Nullable String hints) implements ProjectCommand {}

    record ChangeRetention(ProjectId id, @Nullable Integer days) implements ProjectCommand {}

    record EnableQualityBaseline(ProjectId id) implements ProjectCommand {}

    record DisableQualityBaseline(ProjectId id) implements ProjectCommand {}

    record ChangeQualityBaseline(ProjectId id, @Nullable Double percent) implements ProjectCommand {}

    /** Removes the project; its numbers are released, its keys revoked, its operators unlinked. */
    record DeleteProject(ProjectId id) implements ProjectCommand {}

    /** Brings a deleted project back; nothing belongs to it. */
    record RestoreProject(ProjectId id) implements ProjectCommand {}
}
