package dev.patchbay.rest.project;

import dev.patchbay.rest.request.Field;
import dev.patchbay.rest.request.Fields;
import dev.patchbay.rest.request.Parser;
import dev.patchbay.shared.account.AccountId;
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
import dev.patchbay.shared.project.ProjectCommand.CreateProject;
import dev.patchbay.shared.project.ProjectCommand.DisableQualityBaseline;
import dev.patchbay.shared.project.ProjectCommand.EnableQualityBaseline;
import dev.patchbay.shared.project.ProjectCommand.RenameProject;
import dev.patchbay.shared.project.ProjectCommand.Settings;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.Language;
import dev.patchbay.shared.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a body may say about a project, in the documented order of fields. */
record ProjectFields(
        Field<DisplayName> name,
        Field<Language> language,
        Field<String> description,
        Field<String> industry,
        Field<Language> goalLanguage,
        Field<Language> summaryLanguage,
        Field<Long> longPauseThresholdSeconds,
        Field<String> transcriptionHints,
        Field<Long> retentionDays,
        Field<Boolean> qualityBaselineEnabled,
        Field<Double> qualityBaselinePct) {
    private static final int LONGEST_PROSE = 10_000;
    private static final int LONGEST_INDUSTRY = 255;
    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final int MOST_DAYS = 36_500;

    /** The fields of a project that is to be made: it must have a name and a language. */
    static ProjectFields ofNew(Fields fields) {
        Field<DisplayName> name = fields.requiredText("name", DisplayName::parse);
        return with(name, fields.requiredText("language", Language::parse), fields);
    }

    /** The fields of a project that is there. */
    static ProjectFields of(Fields fields) {
        Field<DisplayName> name = fields.text("name", DisplayName::parse);
        return with(name, fields.text("language", Language::parse), fields);
    }

    private static ProjectFields with(Field<DisplayName> name, Field<Language> language, Fields fields) {
        ProjectFields read = new ProjectFields(
                name,
                language,
                fields.nullableText("description", prose(LONGEST_PROSE)),
                fields.nullableText("industry", prose(LONGEST_INDUSTRY)),
                fields.nullableText("goal_language", Language::parse),
                fields.nullableText("summary_language", Language::parse),
                fields.nullableInteger("long_pause_threshold_seconds", 1, SECONDS_OF_A_DAY),
                fields.nullableText("transcription_hints", prose(LONGEST_PROSE)),
                fields.nullableInteger("retention_days", 1, MOST_DAYS),
                fields.flag("quality_baseline_enabled"),
                fields.nullableNumber("quality_baseline_pct", 0, 100));
        fields.check();
        return read;
    }

    ProjectCommand creation(ProjectId id, AccountId account) {
        Settings settings = new Settings(
                description.value(),
                industry.value(),
                goalLanguage.orElse(language.get()),
                summaryLanguage.orElse(language.get()),
                whole(longPauseThresholdSeconds.value()),
                transcriptionHints.value(),
                whole(retentionDays.value()),
                qualityBaselineEnabled.orElse(false),
                qualityBaselinePct.value());
        return new CreateProject(id, account, name.get(), language.get(), settings);
    }

    List<ProjectCommand> changes(ProjectId id) {
        List<ProjectCommand> changes = new ArrayList<>();
        name.ifValue(value -> changes.add(new RenameProject(id, value)));
        language.ifValue(value -> changes.add(new ChangeProjectLanguage(id, value)));
        description.ifGiven(value -> changes.add(new ChangeProjectDescription(id, value)));
        industry.ifGiven(value -> changes.add(new ChangeProjectIndustry(id, value)));
        goalLanguage.ifGiven(value -> changes.add(new ChangeGoalLanguage(id, value)));
        summaryLanguage.ifGiven(value -> changes.add(new ChangeSummaryLanguage(id, value)));
        longPauseThresholdSeconds.ifGiven(value -> changes.add(new ChangeLongPauseThreshold(id, whole(value))));
        transcriptionHints.ifGiven(value -> changes.add(new ChangeTranscriptionHints(id, value)));
        retentionDays.ifGiven(value -> changes.add(new ChangeRetention(id, whole(value))));
        qualityBaselineEnabled.ifValue(
                value -> changes.add(value ? new EnableQualityBaseline(id) : new DisableQualityBaseline(id)));
        qualityBaselinePct.ifGiven(value -> changes.add(new ChangeQualityBaseline(id, value)));
        return changes;
    }

    private static Parser<String> prose(int limit) {
        return text -> Texts.prose(text, limit);
    }

    private static @Nullable Integer whole(@Nullable Long value) {
        return value == null ? null : Integer.valueOf(Math.toIntExact(value));
    }
}
