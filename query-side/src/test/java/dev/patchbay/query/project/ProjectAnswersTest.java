package dev.patchbay.query.project;

import static dev.patchbay.query.Facts.key;
import static dev.patchbay.query.Facts.number;
import static dev.patchbay.query.Facts.operator;
import static dev.patchbay.query.Facts.project;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.query.LogTest;
import dev.patchbay.query.ProjectedLog;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.operator.OperatorDeleted;
import dev.patchbay.shared.operator.OperatorLinkedToProject;
import dev.patchbay.shared.project.GoalLanguageChanged;
import dev.patchbay.shared.project.LongPauseThresholdChanged;
import dev.patchbay.shared.project.ProjectCreated;
import dev.patchbay.shared.project.ProjectDeleted;
import dev.patchbay.shared.project.ProjectDescriptionChanged;
import dev.patchbay.shared.project.ProjectDetail;
import dev.patchbay.shared.project.ProjectIndustryChanged;
import dev.patchbay.shared.project.ProjectLanguageChanged;
import dev.patchbay.shared.project.ProjectMembers;
import dev.patchbay.shared.project.ProjectQuery.FindProject;
import dev.patchbay.shared.project.ProjectQuery.FindProjectMembers;
import dev.patchbay.shared.project.ProjectQuery.ListProjects;
import dev.patchbay.shared.project.ProjectRenamed;
import dev.patchbay.shared.project.ProjectSummary;
import dev.patchbay.shared.project.QualityBaselineChanged;
import dev.patchbay.shared.project.QualityBaselineEnabled;
import dev.patchbay.shared.project.RetentionChanged;
import dev.patchbay.shared.project.SummaryLanguageChanged;
import dev.patchbay.shared.project.TranscriptionHintsChanged;
import dev.patchbay.shared.virtualnumber.VirtualNumberAssignedToProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberWithdrawnFromProject;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectAnswersTest extends LogTest {

    @Test
    void a_project_is_shown_as_it_was_created() {
        log.append(new ProjectCreated(
                5, 1, "Sales", "en", "All of it", "Telecom", "lt", "de", 4, "Patchbay", 30, true, 75.5));

        assertThat(find(ACCOUNT).view())
                .isEqualTo(new ProjectDetail(
                        5,
                        "Sales",
                        "en",
                        "Telecom",
                        ProjectedLog.START.plusSeconds(1),
                        ProjectedLog.START.plusSeconds(1),
                        "All of it",
                        "lt",
                        "de",
                        4,
                        "Patchbay",
                        30,
                        true,
                        75.5,
                        0,
                        0));
    }

    @Test
    void every_change_is_shown_counted_and_timed() {
        log.append(project(5, "Sales"));
        log.append(
                new ProjectRenamed(5, "Support"),
                new ProjectLanguageChanged(5, "lt"),
                new ProjectDescriptionChanged(5, "All"),
                new ProjectIndustryChanged(5, "Telecom"),
                new GoalLanguageChanged(5, null),
                new SummaryLanguageChanged(5, null),
                new LongPauseThresholdChanged(5, 9),
                new TranscriptionHintsChanged(5, "Hints"),
                new RetentionChanged(5, 90),
                new QualityBaselineEnabled(5),
                new QualityBaselineChanged(5, 80.0));

        assertThat(find(ACCOUNT))
                .isEqualTo(new Answer<>(
                        new ProjectDetail(
                                5,
                                "Support",
                                "lt",
                                "Telecom",
                                ProjectedLog.START.plusSeconds(1),
                                ProjectedLog.START.plusSeconds(12),
                                "All",
                                null,
                                null,
                                9,
                                "Hints",
                                90,
                                true,
                                80.0,
                                0,
                                0),
                        11,
                        12));
    }

    @Test
    void its_numbers_are_counted_while_they_serve_it() {
        log.append(project(5, "Sales"), number(7), number(8));
        log.append(new VirtualNumberAssignedToProject(7, 5), new VirtualNumberAssignedToProject(8, 5));
        log.append(new VirtualNumberWithdrawnFromProject(8, 5));

        assertThat(find(ACCOUNT).view().virtualNumbersCount()).isEqualTo(1);
    }

    @Test
    void a_project_key_finds_its_own_project_only() {
        log.append(project(5, "Sales"), project(6, "Support"));

        assertThat(find(PROJECT).view()).isNotNull();
        assertThat(find(OTHER_PROJECT).view()).isNull();
        assertThat(find(STRANGERS).view()).isNull();
        assertThat(log.view(new ListProjects(OTHER_PROJECT, null, NOW)).entries())
                .extracting(ProjectSummary::id)
                .containsExactly(6L);
    }

    @Test
    void projects_come_by_name_in_pages() {
        log.append(project(1, "Zeta"), project(2, "alpha"), project(3, "Ämter"), project(4, 2, "Strangers"));

        assertThat(log.view(new ListProjects(ACCOUNT, null, NOW)).entries())
                .extracting(ProjectSummary::id)
                .containsExactly(2L, 3L, 1L);
        assertThat(log.view(new ListProjects(ACCOUNT, new Page(2, 2), NOW)).entries())
                .extracting(ProjectSummary::name)
                .containsExactly("Zeta");
        assertThat(log.view(new ListProjects(ACCOUNT, new Page(2, 2), NOW)).total())
                .isEqualTo(3);
    }

    @Test
    void its_members_are_what_goes_with_it() {
        log.append(project(5, "Sales"), number(8), number(7), operator(12, "Bob"), operator(11, "Anna"));
        log.append(new VirtualNumberAssignedToProject(8, 5), new VirtualNumberAssignedToProject(7, 5));
        log.append(new OperatorLinkedToProject(12, 5), new OperatorLinkedToProject(11, 5), key(1, 5L), key(2, null));
        log.append(new OperatorDeleted(12));

        assertThat(log.view(new FindProjectMembers(5, NOW)))
                .isEqualTo(new ProjectMembers(List.of(7L, 8L), List.of(11L), List.of(1L)));
    }

    @Test
    void a_deleted_project_is_not_found() {
        log.append(project(5, "Sales"), new ProjectDeleted(5));

        assertThat(find(ACCOUNT).view()).isNull();
        assertThat(log.view(new ListProjects(ACCOUNT, null, NOW)).entries()).isEmpty();
    }

    private Answer<ProjectDetail> find(Scope scope) {
        return log.answer(new FindProject(5, scope, NOW));
    }
}
