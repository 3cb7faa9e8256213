package dev.patchbay.command.project;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.project.GoalLanguageChanged;
import dev.patchbay.shared.project.LongPauseThresholdChanged;
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
import dev.patchbay.shared.project.ProjectCommand.DeleteProject;
import dev.patchbay.shared.project.ProjectCommand.DisableQualityBaseline;
import dev.patchbay.shared.project.ProjectCommand.EnableQualityBaseline;
import dev.patchbay.shared.project.ProjectCommand.RenameProject;
import dev.patchbay.shared.project.ProjectCommand.RestoreProject;
import dev.patchbay.shared.project.ProjectCreated;
import dev.patchbay.shared.project.ProjectDeleted;
import dev.patchbay.shared.project.ProjectDescriptionChanged;
import dev.patchbay.shared.project.ProjectId;
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
import dev.patchbay.shared.text.Language;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What groups operators, virtual numbers and keys of an account, with the settings for its calls. */
@Aggregate
class Project {

    @AggregateIdentifier
    private ProjectId id;

    private boolean gone;
    private long account;
    private String name;
    private String language;
    private @Nullable String description;
    private @Nullable String industry;
    private @Nullable String goalLanguage;
    private @Nullable String summaryLanguage;
    private @Nullable Integer longPauseThresholdSeconds;
    private @Nullable String transcriptionHints;
    private @Nullable Integer retentionDays;
    private @Nullable Double qualityBaselinePct;
    private boolean qualityBaselineEnabled;

    /** Who is gone decides nothing but to come back. */
    @CommandHandlerInterceptor
    void refuseWhenGone(ProjectCommand command) {
        if (gone && !(command instanceof RestoreProject)) {
            throw new Refusal(Refusal.Reason.NOT_FOUND, id + " is gone");
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(CreateProject command) {
        var settings = command.settings();
        apply(new ProjectCreated(
                command.id().value(),
                command.account().value(),
                command.name().value(),
                command.language().tag(),
                settings.description(),
                settings.industry(),
                tag(settings.goalLanguage()),
                tag(settings.summaryLanguage()),
                settings.longPauseThresholdSeconds(),
                settings.transcriptionHints(),
                settings.retentionDays(),
                settings.qualityBaselineEnabled(),
                settings.qualityBaselinePct()));
    }

    @CommandHandler
    void decide(RenameProject command) {
        if (!Objects.equals(command.name().value(), name)) {
            apply(new ProjectRenamed(id.value(), command.name().value()));
        }
    }

    @CommandHandler
    void decide(ChangeProjectLanguage command) {
        if (!Objects.equals(command.language().tag(), language)) {
            apply(new ProjectLanguageChanged(id.value(), command.language().tag()));
        }
    }

    @CommandHandler
    void decide(ChangeProjectDescription command) {
        if (!Objects.equals(command.description(), description)) {
            apply(new ProjectDescriptionChanged(id.value(), command.description()));
        }
    }

    @CommandHandler
    void decide(ChangeProjectIndustry command) {
        if (!Objects.equals(command.industry(), industry)) {
            apply(new ProjectIndustryChanged(id.value(), command.industry()));
        }
    }

    @CommandHandler
    void decide(ChangeGoalLanguage command) {
        if (!Objects.equals(tag(command.language()), goalLanguage)) {
            apply(new GoalLanguageChanged(id.value(), tag(command.language())));
        }
    }

    @CommandHandler
    void decide(ChangeSummaryLanguage command) {
        if (!Objects.equals(tag(command.language()), summaryLanguage)) {
            apply(new SummaryLanguageChanged(id.value(), tag(command.language())));
        }
    }

    @CommandHandler
    void decide(ChangeLongPauseThreshold command) {
        if (!Objects.equals(command.seconds(), longPauseThresholdSeconds)) {
            apply(new LongPauseThresholdChanged(id.value(), command.seconds()));
        }
    }

    @CommandHandler
    void decide(ChangeTranscriptionHints command) {
        if (!Objects.equals(command.hints(), transcriptionHints)) {
            apply(new TranscriptionHintsChanged(id.value(), command.hints()));
        }
    }

    @CommandHandler
    void decide(ChangeRetention command) {
        if (!Objects.equals(command.days(), retentionDays)) {
            apply(new RetentionChanged(id.value(), command.days()));
        }
    }

    @CommandHandler
    void decide(ChangeQualityBaseline command) {
        if (!Objects.equals(command.percent(), qualityBaselinePct)) {
            apply(new QualityBaselineChanged(id.value(), command.percent()));
        }
    }

    @CommandHandler
    void decide(EnableQualityBaseline command) {
        if (!qualityBaselineEnabled) {
            apply(new QualityBaselineEnabled(id.value()));
        }
    }

    @CommandHandler
    void decide(DisableQualityBaseline command) {
        if (qualityBaselineEnabled) {
            apply(new QualityBaselineDisabled(id.value()));
        }
    }

    @CommandHandler
    void decide(DeleteProject command) {
        apply(new ProjectDeleted(id.value()));
    }

    @CommandHandler
    void decide(RestoreProject command) {
        if (gone) {
            apply(new ProjectRestored(id.value()));
        }
    }

    boolean belongsTo(long otherAccount) {
        return !gone && account == otherAccount;
    }

    @EventSourcingHandler
    void evolve(ProjectCreated event) {
        id = new ProjectId(event.projectId());
        account = event.accountId();
        name = event.name();
        language = event.language();
        description = event.description();
        industry = event.industry();
        goalLanguage = event.goalLanguage();
        summaryLanguage = event.summaryLanguage();
        longPauseThresholdSeconds = event.longPauseThresholdSeconds();
        transcriptionHints = event.transcriptionHints();
        retentionDays = event.retentionDays();
        qualityBaselinePct = event.qualityBaselinePct();
        qualityBaselineEnabled = event.qualityBaselineEnabled();
    }

    @EventSourcingHandler
    void evolve(ProjectRenamed event) {
        name = event.name();
    }

    @EventSourcingHandler
    void evolve(ProjectLanguageChanged event) {
        language = event.language();
    }

    @EventSourcingHandler
    void evolve(ProjectDescriptionChanged event) {
        description = event.description();
    }

    @EventSourcingHandler
    void evolve(ProjectIndustryChanged event) {
        industry = event.industry();
    }

    @EventSourcingHandler
    void evolve(GoalLanguageChanged event) {
        goalLanguage = event.goalLanguage();
    }

    @EventSourcingHandler
    void evolve(SummaryLanguageChanged event) {
        summaryLanguage = event.summaryLanguage();
    }

    @EventSourcingHandler
    void evolve(LongPauseThresholdChanged event) {
        longPauseThresholdSeconds = event.longPauseThresholdSeconds();
    }

    @EventSourcingHandler
    void evolve(TranscriptionHintsChanged event) {
        transcriptionHints = event.transcriptionHints();
    }

    @EventSourcingHandler
    void evolve(RetentionChanged event) {
        retentionDays = event.retentionDays();
    }

    @EventSourcingHandler
    void evolve(QualityBaselineChanged event) {
        qualityBaselinePct = event.qualityBaselinePct();
    }

    @EventSourcingHandler
    void evolve(QualityBaselineEnabled event) {
        qualityBaselineEnabled = true;
    }

    @EventSourcingHandler
    void evolve(QualityBaselineDisabled event) {
        qualityBaselineEnabled = false;
    }

    @EventSourcingHandler
    void evolve(ProjectDeleted event) {
        gone = true;
    }

    @EventSourcingHandler
    void evolve(ProjectRestored event) {
        gone = false;
    }

    private static @Nullable String tag(@Nullable Language language) {
        return language == null ? null : language.tag();
    }

    Project() {}
}
