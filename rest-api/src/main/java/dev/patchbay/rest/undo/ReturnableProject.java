package dev.patchbay.rest.undo;

import static dev.patchbay.rest.undo.Values.flag;
import static dev.patchbay.rest.undo.Values.text;
import static dev.patchbay.rest.undo.Values.whole;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.audit.FieldChange;
import dev.patchbay.shared.project.ProjectCommand;
import dev.patchbay.shared.project.ProjectCommand.ChangeGoalLanguage;
import dev.patchbay.shared.project.ProjectCommand.ChangeLongPauseThreshold;
import dev.patchbay.shared.project.ProjectCommand.ChangeProjectDescription;
import dev.patchbay.shared.project.ProjectCommand.ChangeProjectIndustry;
import dev.patchbay.shared.project.ProjectCommand.ChangeProjectLanguage;
import dev.patchbay.shared.project.ProjectCommand.ChangeQualityBaseline;
import dev.patchbay.shared.project.ProjectCommand.ChangeRetention;
import dev.patchbay.shared.project.ProjectCommand.ChangeSummaryLanguage;
import dev.patchbay.shared.project.ProjectCommand.ChangeTranscriptionHints;
import dev.patchbay.shared.project.ProjectCommand.DeleteProject;
import dev.patchbay.shared.project.ProjectCommand.DisableQualityBaseline;
import dev.patchbay.shared.project.ProjectCommand.EnableQualityBaseline;
import dev.patchbay.shared.project.ProjectCommand.RenameProject;
import dev.patchbay.shared.project.ProjectCommand.RestoreProject;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

record ReturnableProject(ProjectId id) implements Returnable {

    @Override
    public Set<String> fields() {
        return Set.of(
                "name",
                "language",
                "description",
                "industry",
                "goal_language",
                "summary_language",
                "long_pause_threshold_seconds",
                "transcription_hints",
                "retention_days",
                "quality_baseline_enabled",
                "quality_baseline_pct");
    }

    @Override
    public List<Command> set(FieldChange change) {
        return List.of(command(change.field(), change.after()));
    }

    private ProjectCommand command(String field, @Nullable Object value) {
        return switch (field) {
            case "name" -> new RenameProject(id, new DisplayName(text(value)));
            case "language" -> new ChangeProjectLanguage(id, new Language(text(value)));
            case "description" -> new ChangeProjectDescription(id, (String) value);
            case "industry" -> new ChangeProjectIndustry(id, (String) value);
            case "goal_language" -> new ChangeGoalLanguage(id, language(value));
            case "summary_language" -> new ChangeSummaryLanguage(id, language(value));
            case "long_pause_threshold_seconds" -> new ChangeLongPauseThreshold(id, whole(value));
            case "transcription_hints" -> new ChangeTranscriptionHints(id, (String) value);
            case "retention_days" -> new ChangeRetention(id, whole(value));
            case "quality_baseline_enabled" ->
                flag(value) ? new EnableQualityBaseline(id) : new DisableQualityBaseline(id);
            case "quality_baseline_pct" ->
                new ChangeQualityBaseline(id, value == null ? null : Double.valueOf(((Number) value).doubleValue()));
            default -> throw new IllegalArgumentException(field);
        };
    }

    @Override
    public Optional<Command> bringBack() {
        return Optional.of(new RestoreProject(id));
    }

    @Override
    public Optional<Command> takeAway() {
        return Optional.of(new DeleteProject(id));
    }

    private static @Nullable Language language(@Nullable Object tag) {
        return tag == null ? null : new Language(text(tag));
    }
}
