package dev.patchbay.query.project;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.SortKey;
import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;
import dev.patchbay.shared.project.GoalLanguageChanged;
import dev.patchbay.shared.project.LongPauseThresholdChanged;
import dev.patchbay.shared.project.ProjectCreated;
import dev.patchbay.shared.project.ProjectDeleted;
import dev.patchbay.shared.project.ProjectDescriptionChanged;
import dev.patchbay.shared.project.ProjectIndustryChanged;
import dev.patchbay.shared.project.ProjectLanguageChanged;
import dev.patchbay.shared.project.ProjectRenamed;
import dev.patchbay.shared.project.ProjectRestored;
import dev.patchbay.shared.project.QualityBaselineChanged;
import dev.patchbay.shared.project.QualityBaselineDisabled;
import dev.patchbay.shared.project.QualityBaselineEnabled;
import dev.patchbay.shared.project.RetentionChanged;
import dev.patchbay.shared.project.SummaryLanguageChanged;
import dev.patchbay.shared.project.TranscriptionHintsChanged;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the projects. */
@Component
@ProcessingGroup("views")
final class ProjectProjection {

    private final Timeline projects;

    ProjectProjection(Views views) {
        projects = views.timeline(
                "project",
                List.of("id"),
                List.of(
                        "account_id",
                        "name",
                        "sort_key",
                        "language",
                        "description",
                        "industry",
                        "goal_language",
                        "summary_language",
                        "long_pause_threshold_seconds",
                        "transcription_hints",
                        "retention_days",
                        "quality_baseline_enabled",
                        "quality_baseline_pct",
                        "created_at",
                        "updated_at"));
    }

    @EventHandler
    void on(ProjectCreated event, Recorded recorded) {
        projects.open(
                recorded,
                event.projectId(),
                event.accountId(),
                event.name(),
                SortKey.of(event.name()),
                event.language(),
                event.description(),
                event.industry(),
                event.goalLanguage(),
                event.summaryLanguage(),
                event.longPauseThresholdSeconds(),
                event.transcriptionHints(),
                event.retentionDays(),
                event.qualityBaselineEnabled(),
                event.qualityBaselinePct(),
                recorded.at().toString(),
                recorded.at().toString());
    }

    @EventHandler
    void on(ProjectRenamed event, Recorded recorded) {
        projects.change(
                recorded,
                event.projectId(),
                "updated_at, name, sort_key",
                recorded.at().toString(),
                event.name(),
                SortKey.of(event.name()));
    }

    @EventHandler
    void on(ProjectLanguageChanged event, Recorded recorded) {
        change(recorded, event.projectId(), "language", event.language());
    }

    @EventHandler
    void on(ProjectDescriptionChanged event, Recorded recorded) {
        change(recorded, event.projectId(), "description", event.description());
    }

    @EventHandler
    void on(ProjectIndustryChanged event, Recorded recorded) {
        change(recorded, event.projectId(), "industry", event.industry());
    }

    @EventHandler
    void on(GoalLanguageChanged event, Recorded recorded) {
        change(recorded, event.projectId(), "goal_language", event.goalLanguage());
    }

    @EventHandler
    void on(SummaryLanguageChanged event, Recorded recorded) {
        change(recorded, event.projectId(), "summary_language", event.summaryLanguage());
    }

    @EventHandler
    void on(LongPauseThresholdChanged event, Recorded recorded) {
        change(recorded, event.projectId(), "long_pause_threshold_seconds", event.longPauseThresholdSeconds());
    }

    @EventHandler
    void on(TranscriptionHintsChanged event, Recorded recorded) {
        change(recorded, event.projectId(), "transcription_hints", event.transcriptionHints());
    }

    @EventHandler
    void on(RetentionChanged event, Recorded recorded) {
        change(recorded, event.projectId(), "retention_days", event.retentionDays());
    }

    @EventHandler
    void on(QualityBaselineEnabled event, Recorded recorded) {
        change(recorded, event.projectId(), "quality_baseline_enabled", true);
    }

    @EventHandler
    void on(QualityBaselineDisabled event, Recorded recorded) {
        change(recorded, event.projectId(), "quality_baseline_enabled", false);
    }

    @EventHandler
    void on(QualityBaselineChanged event, Recorded recorded) {
        change(recorded, event.projectId(), "quality_baseline_pct", event.qualityBaselinePct());
    }

    @EventHandler
    void on(ProjectDeleted event, Recorded recorded) {
        projects.close(recorded, event.projectId());
    }

    @EventHandler
    void on(ProjectRestored event, Recorded recorded) {
        projects.reopen(recorded, event.projectId());
    }

    private void change(Recorded recorded, long id, String column, @Nullable Object value) {
        projects.change(recorded, id, "updated_at, " + column, recorded.at().toString(), value);
    }
}
