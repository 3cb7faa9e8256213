package dev.patchbay.command.project;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.account.AccountId;
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
import dev.patchbay.shared.project.ProjectCommand.Settings;
import dev.patchbay.shared.project.ProjectCreated;
import dev.patchbay.shared.project.ProjectDeleted;
import dev.patchbay.shared.project.ProjectDescriptionChanged;
import dev.patchbay.shared.project.ProjectEvent;
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
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.Language;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectTest {

    private static final ProjectId SALES = new ProjectId(3);
    private static final Language ENGLISH = new Language("en");

    private final FixtureConfiguration<Project> project = new AggregateTestFixture<>(Project.class);

    /** What changes a project that has every setting, and the event. */
    static Stream<Arguments> everyChange() {
        return Stream.of(
                arguments(new RenameProject(SALES, new DisplayName("Shop")), new ProjectRenamed(3, "Shop")),
                arguments(new ChangeProjectLanguage(SALES, ENGLISH), new ProjectLanguageChanged(3, "en")),
                arguments(new ChangeProjectDescription(SALES, "Other"), new ProjectDescriptionChanged(3, "Other")),
                arguments(new ChangeProjectIndustry(SALES, "Other"), new ProjectIndustryChanged(3, "Other")),
                arguments(new ChangeGoalLanguage(SALES, ENGLISH), new GoalLanguageChanged(3, "en")),
                arguments(new ChangeSummaryLanguage(SALES, ENGLISH), new SummaryLanguageChanged(3, "en")),
                arguments(new ChangeLongPauseThreshold(SALES, 9), new LongPauseThresholdChanged(3, 9)),
                arguments(new ChangeTranscriptionHints(SALES, "Other"), new TranscriptionHintsChanged(3, "Other")),
                arguments(new ChangeRetention(SALES, 30), new RetentionChanged(3, 30)),
                arguments(new ChangeQualityBaseline(SALES, 50.5), new QualityBaselineChanged(3, 50.5)),
                arguments(new DisableQualityBaseline(SALES), new QualityBaselineDisabled(3)));
    }

    /** What takes a setting away from a project that has every setting, and the event. */
    static Stream<Arguments> everyLoss() {
        return Stream.of(
                arguments(new ChangeProjectDescription(SALES, null), new ProjectDescriptionChanged(3, null)),
                arguments(new ChangeProjectIndustry(SALES, null), new ProjectIndustryChanged(3, null)),
                arguments(new ChangeGoalLanguage(SALES, null), new GoalLanguageChanged(3, null)),
                arguments(new ChangeSummaryLanguage(SALES, null), new SummaryLanguageChanged(3, null)),
                arguments(new ChangeLongPauseThreshold(SALES, null), new LongPauseThresholdChanged(3, null)),
                arguments(new ChangeTranscriptionHints(SALES, null), new TranscriptionHintsChanged(3, null)),
                arguments(new ChangeRetention(SALES, null), new RetentionChanged(3, null)),
                arguments(new ChangeQualityBaseline(SALES, null), new QualityBaselineChanged(3, null)));
    }

    /** What asks a project that has every setting for just that. */
    static Stream<ProjectCommand> everythingThatIsAlreadySo() {
        return Stream.of(
                new RenameProject(SALES, new DisplayName("Sales")),
                new ChangeProjectLanguage(SALES, new Language("lt")),
                new ChangeProjectDescription(SALES, "Calls"),
                new ChangeProjectIndustry(SALES, "Retail"),
                new ChangeGoalLanguage(SALES, new Language("de")),
                new ChangeSummaryLanguage(SALES, new Language("fr")),
                new ChangeLongPauseThreshold(SALES, 4000),
                new ChangeTranscriptionHints(SALES, "Nemunas"),
                new ChangeRetention(SALES, 3650),
                new ChangeQualityBaseline(SALES, 87.5),
                new EnableQualityBaseline(SALES));
    }

    static Stream<ProjectCommand> everyCommandAfterCreation() {
        return Stream.concat(everythingThatIsAlreadySo(), Stream.of(new DisableQualityBaseline(SALES), delete()));
    }

    @Test
    void is_created_with_every_setting() {
        project.givenNoPriorActivity()
                .when(new CreateProject(
                        SALES,
                        new AccountId(7),
                        new DisplayName("Sales"),
                        new Language("lt"),
                        new Settings(
                                "Calls",
                                "Retail",
                                new Language("de"),
                                new Language("fr"),
                                4000,
                                "Nemunas",
                                3650,
                                true,
                                87.5)))
                .expectEvents(full());
    }

    @Test
    void is_created_without_any_setting() {
        project.givenNoPriorActivity()
                .when(new CreateProject(
                        SALES,
                        new AccountId(7),
                        new DisplayName("Sales"),
                        new Language("lt"),
                        new Settings(null, null, null, null, null, null, null, false, null)))
                .expectEvents(bare());
    }

    @ParameterizedTest
    @MethodSource({"everyChange", "everyLoss"})
    void changes(ProjectCommand command, ProjectEvent event) {
        project.given(full()).when(command).expectEvents(event);
    }

    @ParameterizedTest
    @MethodSource({"everyChange", "everyLoss"})
    void is_silent_once_it_has_changed(ProjectCommand command, ProjectEvent event) {
        project.given(full(), event)
                .when(command)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource("everythingThatIsAlreadySo")
    void is_silent_when_it_was_created_like_that(ProjectCommand command) {
        project.given(full()).when(command).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void is_measured_against_its_baseline_from_when_that_is_enabled() {
        project.given(bare()).when(new EnableQualityBaseline(SALES)).expectEvents(new QualityBaselineEnabled(3));
    }

    @Test
    void is_silent_when_it_is_already_measured_against_its_baseline() {
        project.given(bare(), new QualityBaselineEnabled(3))
                .when(new EnableQualityBaseline(SALES))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void keeps_a_baseline_of_nothing_apart_from_no_baseline() {
        project.given(full(), new QualityBaselineChanged(3, null))
                .when(new ChangeQualityBaseline(SALES, 0.0))
                .expectEvents(new QualityBaselineChanged(3, 0.0));
    }

    @Test
    void is_deleted() {
        project.given(full()).when(delete()).expectEvents(new ProjectDeleted(3));
    }

    @ParameterizedTest
    @MethodSource("everyCommandAfterCreation")
    void is_gone_once_it_is_deleted(ProjectCommand command) {
        project.given(full(), new ProjectDeleted(3))
                .when(command)
                .expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionDetails(new Refusal.Details(Refusal.Reason.NOT_FOUND, "project-3 is gone"));
    }

    @Test
    void comes_back_as_it_was() {
        project.given(full(), new ProjectDeleted(3))
                .when(new RestoreProject(SALES))
                .expectEvents(new ProjectRestored(3));
        project.given(full(), new ProjectDeleted(3), new ProjectRestored(3))
                .when(delete())
                .expectEvents(new ProjectDeleted(3));
    }

    @ParameterizedTest
    @MethodSource("everythingThatIsAlreadySo")
    void is_silent_about_what_it_was_before_it_was_deleted(ProjectCommand command) {
        project.given(full(), new ProjectDeleted(3), new ProjectRestored(3))
                .when(command)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void does_not_come_back_while_it_is_there() {
        project.given(full())
                .when(new RestoreProject(SALES))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource("everyCommandAfterCreation")
    void is_not_there_before_it_is_created(ProjectCommand command) {
        project.givenNoPriorActivity().when(command).expectNoEvents().expectException(AggregateNotFoundException.class);
    }

    private static DeleteProject delete() {
        return new DeleteProject(SALES);
    }

    /** The long pause and the retention are numbers that Java does not keep once for all. */
    private static ProjectCreated full() {
        return new ProjectCreated(
                3, 7, "Sales", "lt", "Calls", "Retail", "de", "fr", 4000, "Nemunas", 3650, true, 87.5);
    }

    private static ProjectCreated bare() {
        return new ProjectCreated(3, 7, "Sales", "lt", null, null, null, null, null, null, null, false, null);
    }
}
