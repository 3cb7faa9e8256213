package dev.patchbay.query.operator;

import static dev.patchbay.query.Facts.number;
import static dev.patchbay.query.Facts.operator;
import static dev.patchbay.query.Facts.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.query.LogTest;
import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.operator.OperatorLinkedToProject;
import dev.patchbay.shared.operator.OperatorQuery.ListOperators;
import dev.patchbay.shared.operator.OperatorRenamed;
import dev.patchbay.shared.operator.OperatorSummary;
import dev.patchbay.shared.virtualnumber.OperatorAttached;
import dev.patchbay.shared.virtualnumber.OperatorDetached;
import dev.patchbay.shared.virtualnumber.VirtualNumberAssignedToProject;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorListAnswersTest extends LogTest {

    @Test
    void operators_come_by_name_whatever_the_case_with_ties_by_id() {
        log.append(
                operator(1, "Zoe"),
                operator(2, "éva"),
                operator(3, "Eva"),
                operator(4, "eva"),
                operator(5, "Évald"),
                operator(6, "adam"),
                operator(7, "Fay"));

        assertThat(list(ACCOUNT, null).entries())
                .extracting(OperatorSummary::id)
                .containsExactly(6L, 3L, 4L, 2L, 5L, 7L, 1L);
    }

    @Test
    void a_new_name_is_a_new_place() {
        log.append(operator(1, "Anna"), operator(2, "Bob"));
        log.append(new OperatorRenamed(1, "Carla"));

        assertThat(list(ACCOUNT, null).entries())
                .extracting(OperatorSummary::name)
                .containsExactly("Bob", "Carla");
        assertThat(log.view(new ListOperators(ACCOUNT, null, Moment.exactly(2))).entries())
                .extracting(OperatorSummary::name)
                .containsExactly("Anna", "Bob");
    }

    @Test
    void a_scope_sees_its_own_operators_and_numbers_only() {
        log.append(project(5, "Sales"), operator(1, "Anna"), operator(2, "Bob"), operator(3, 2, "Stranger"));
        log.append(new OperatorLinkedToProject(2, 5), number(7), number(8), new VirtualNumberAssignedToProject(8, 5));
        log.append(new OperatorAttached(7, 2, 0), new OperatorAttached(8, 2, 0), new OperatorAttached(8, 1, 1));
        log.append(new OperatorDetached(8, 1));

        assertThat(list(ACCOUNT, null).entries())
                .extracting(OperatorSummary::id, OperatorSummary::virtualNumbersCount)
                .containsExactly(tuple(1L, 0), tuple(2L, 2));
        assertThat(list(PROJECT, null))
                .isEqualTo(
                        new Listing<>(List.of(new OperatorSummary(2, "Bob", "+15555550002", null, true, "BO", 1)), 1));
        assertThat(list(OTHER_PROJECT, null).entries()).isEmpty();
    }

    @Test
    void a_page_is_a_part_of_the_whole() {
        for (long id = 1; id <= 5; id++) {
            log.append(operator(id, "Operator " + id));
        }

        Listing<OperatorSummary> page = list(ACCOUNT, new Page(2, 2));

        assertThat(page.total()).isEqualTo(5);
        assertThat(page.entries()).extracting(OperatorSummary::id).containsExactly(3L, 4L);
        assertThat(list(ACCOUNT, new Page(4, 2)).entries()).isEmpty();
        assertThat(list(ACCOUNT, new Page(Integer.MAX_VALUE, 100)).total()).isEqualTo(5);
        assertThat(list(ACCOUNT, null).total()).isEqualTo(5);
    }

    private Listing<OperatorSummary> list(Scope scope, Page page) {
        return log.view(new ListOperators(scope, page, NOW));
    }
}
