package dev.patchbay.query.operator;

import static dev.patchbay.query.Facts.number;
import static dev.patchbay.query.Facts.operator;
import static dev.patchbay.query.Facts.project;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.query.LogTest;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.operator.OperatorActivated;
import dev.patchbay.shared.operator.OperatorCreated;
import dev.patchbay.shared.operator.OperatorDeactivated;
import dev.patchbay.shared.operator.OperatorDeleted;
import dev.patchbay.shared.operator.OperatorDetail;
import dev.patchbay.shared.operator.OperatorDetail.AttachedNumber;
import dev.patchbay.shared.operator.OperatorEmailChanged;
import dev.patchbay.shared.operator.OperatorLinkedToProject;
import dev.patchbay.shared.operator.OperatorPhoneNumberChanged;
import dev.patchbay.shared.operator.OperatorQuery.FindOperator;
import dev.patchbay.shared.operator.OperatorQuery.ListNumbersOfOperator;
import dev.patchbay.shared.operator.OperatorRenamed;
import dev.patchbay.shared.operator.OperatorUnlinkedFromProject;
import dev.patchbay.shared.project.ProjectDeleted;
import dev.patchbay.shared.virtualnumber.OperatorAttached;
import dev.patchbay.shared.virtualnumber.VirtualNumberAssignedToProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberReleased;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorAnswersTest extends LogTest {

    @Test
    void an_operator_is_shown_as_it_was_created() {
        log.append(new OperatorCreated(42, 1, "Jane Doe", "+15551234567", "jane.doe@example.com", false));

        assertThat(find(ACCOUNT))
                .isEqualTo(new Answer<>(
                        new OperatorDetail(
                                42, "Jane Doe", "+15551234567", "jane.doe@example.com", false, "JD", List.of()),
                        0,
                        1));
    }

    @Test
    void every_change_is_shown_and_counted() {
        log.append(operator(42, "Jane Doe"));
        log.append(
                new OperatorRenamed(42, "Operator"),
                new OperatorPhoneNumberChanged(42, "+15557654321"),
                new OperatorEmailChanged(42, "op@example.com"),
                new OperatorDeactivated(42));

        assertThat(find(ACCOUNT).version()).isEqualTo(4);
        assertThat(find(ACCOUNT).view())
                .isEqualTo(
                        new OperatorDetail(42, "Operator", "+15557654321", "op@example.com", false, "OP", List.of()));
    }

    @Test
    void the_past_stays_as_it_was() {
        log.append(operator(42, "Jane Doe"));
        log.append(new OperatorDeactivated(42), new OperatorRenamed(42, "Jane Roe"), new OperatorActivated(42));
        log.append(new OperatorDeleted(42));

        assertThat(at(0).view()).isNull();
        assertThat(at(1).view().name()).isEqualTo("Jane Doe");
        assertThat(at(2).view().active()).isFalse();
        assertThat(at(3).view().name()).isEqualTo("Jane Roe");
        assertThat(at(3).version()).isEqualTo(2);
        assertThat(at(4).view().active()).isTrue();
        assertThat(at(5).view()).isNull();
        assertThat(at(5).position()).isEqualTo(5);
    }

    @Test
    void a_project_sees_the_operator_while_it_is_linked() {
        log.append(project(5, "Sales"), project(6, "Support"), operator(42, "Jane Doe"));
        assertThat(find(PROJECT).view()).isNull();

        log.append(new OperatorLinkedToProject(42, 5));
        assertThat(find(PROJECT).version()).isEqualTo(1);
        assertThat(find(OTHER_PROJECT).view()).isNull();
        assertThat(find(STRANGERS).view()).isNull();

        log.append(new OperatorUnlinkedFromProject(42, 5));
        assertThat(find(PROJECT).view()).isNull();
        assertThat(find(ACCOUNT).version()).isEqualTo(2);
    }

    @Test
    void a_project_that_is_gone_sees_nobody_even_before_the_links_go() {
        log.append(project(5, "Sales"), operator(42, "Jane Doe"), new OperatorLinkedToProject(42, 5));

        log.append(new ProjectDeleted(5));

        assertThat(find(PROJECT).view()).isNull();
    }

    @Test
    void its_numbers_are_those_that_the_scope_sees_by_id() {
        log.append(project(5, "Sales"), operator(42, "Jane Doe"), new OperatorLinkedToProject(42, 5));
        log.append(number(9), number(7), number(8), new VirtualNumberAssignedToProject(9, 5));
        log.append(new OperatorAttached(9, 42, 0), new OperatorAttached(7, 42, 0), new OperatorAttached(8, 42, 0));
        log.append(new VirtualNumberReleased(8, "+15554440008"));

        assertThat(find(ACCOUNT).view().virtualNumbers())
                .containsExactly(
                        new AttachedNumber(7, "+15554440007", "Line 7", true),
                        new AttachedNumber(9, "+15554440009", "Line 9", true));
        assertThat(find(PROJECT).view().virtualNumbers())
                .extracting(AttachedNumber::id)
                .containsExactly(9L);
        assertThat(log.view(new ListNumbersOfOperator(42, NOW))).containsExactly(7L, 9L);
    }

    private Answer<OperatorDetail> find(Scope scope) {
        return log.answer(new FindOperator(42, scope, NOW));
    }

    private Answer<OperatorDetail> at(long position) {
        return log.answer(new FindOperator(42, ACCOUNT, Moment.exactly(position)));
    }
}
