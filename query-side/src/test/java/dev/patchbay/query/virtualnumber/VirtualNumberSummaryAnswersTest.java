package dev.patchbay.query.virtualnumber;

import static dev.patchbay.query.Facts.number;
import static dev.patchbay.query.Facts.operator;
import static dev.patchbay.query.Facts.project;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.query.LogTest;
import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.operator.OperatorDeleted;
import dev.patchbay.shared.virtualnumber.OperatorAttached;
import dev.patchbay.shared.virtualnumber.OperatorsReordered;
import dev.patchbay.shared.virtualnumber.VirtualNumberAssignedToProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.FindVirtualNumberSummary;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.ListVirtualNumbers;
import dev.patchbay.shared.virtualnumber.VirtualNumberSummary;
import dev.patchbay.shared.virtualnumber.VirtualNumberSummary.FirstOperator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VirtualNumberSummaryAnswersTest extends LogTest {

    @BeforeEach
    void given() {
        log.append(project(5, "Sales"), number(9), number(7), number(8), number(6, 2));
        log.append(operator(1, "Dora Fox"), operator(2, "Carl Gray"), operator(3, "Bea Hill"), operator(4, "Al Ivy"));
        for (long operator = 1; operator <= 4; operator++) {
            log.append(new OperatorAttached(7, operator, 0));
        }
        log.append(new OperatorAttached(9, 4, 0));
        log.append(new OperatorsReordered(7, List.of(4L, 3L, 2L, 1L)));
    }

    @Test
    void numbers_come_by_id_with_the_first_three_of_their_operators() {
        Listing<VirtualNumberSummary> list = list(ACCOUNT, null);

        assertThat(list.total()).isEqualTo(3);
        assertThat(list.entries())
                .containsExactly(
                        new VirtualNumberSummary(
                                7,
                                "+15554440007",
                                "Line 7",
                                "US",
                                true,
                                false,
                                List.of(
                                        new FirstOperator(4, "Al Ivy", "AI"),
                                        new FirstOperator(3, "Bea Hill", "BH"),
                                        new FirstOperator(2, "Carl Gray", "CG")),
                                4),
                        new VirtualNumberSummary(8, "+15554440008", "Line 8", "US", true, false, List.of(), 0),
                        new VirtualNumberSummary(
                                9,
                                "+15554440009",
                                "Line 9",
                                "US",
                                true,
                                false,
                                List.of(new FirstOperator(4, "Al Ivy", "AI")),
                                1));
    }

    @Test
    void one_number_looks_as_it_does_in_the_list() {
        assertThat(log.view(new FindVirtualNumberSummary(7, ACCOUNT, NOW)))
                .isEqualTo(list(ACCOUNT, null).entries().getFirst());
        assertThat(log.answer(new FindVirtualNumberSummary(7, ACCOUNT, NOW)).version())
                .isEqualTo(5);
        assertThat(log.answer(new FindVirtualNumberSummary(7, STRANGERS, NOW)).view())
                .isNull();
    }

    @Test
    void a_deleted_operator_is_neither_shown_nor_counted() {
        log.append(new OperatorDeleted(4));

        VirtualNumberSummary number = list(ACCOUNT, null).entries().getFirst();
        assertThat(number.operatorsCount()).isEqualTo(3);
        assertThat(number.operators()).extracting(FirstOperator::id).containsExactly(3L, 2L, 1L);
    }

    @Test
    void a_page_is_a_part_of_the_whole() {
        Listing<VirtualNumberSummary> page = list(ACCOUNT, new Page(2, 2));

        assertThat(page.total()).isEqualTo(3);
        assertThat(page.entries()).extracting(VirtualNumberSummary::id).containsExactly(9L);
        assertThat(page.entries().getFirst().operators()).hasSize(1);
    }

    @Test
    void a_project_sees_its_own_numbers() {
        log.append(new VirtualNumberAssignedToProject(9, 5));

        assertThat(list(PROJECT, new Page(1, 10)).total()).isEqualTo(1);
        assertThat(list(PROJECT, null).entries())
                .extracting(VirtualNumberSummary::id)
                .containsExactly(9L);
    }

    private Listing<VirtualNumberSummary> list(Scope scope, Page page) {
        return log.view(new ListVirtualNumbers(scope, page, NOW));
    }
}
