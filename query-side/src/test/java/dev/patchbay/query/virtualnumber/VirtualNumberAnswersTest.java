package dev.patchbay.query.virtualnumber;

import static dev.patchbay.query.Facts.number;
import static dev.patchbay.query.Facts.operator;
import static dev.patchbay.query.Facts.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.query.LogTest;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.operator.OperatorDeactivated;
import dev.patchbay.shared.operator.OperatorDeleted;
import dev.patchbay.shared.operator.OperatorLinkedToProject;
import dev.patchbay.shared.project.ProjectDeleted;
import dev.patchbay.shared.virtualnumber.FallbackChanged;
import dev.patchbay.shared.virtualnumber.FallbackView;
import dev.patchbay.shared.virtualnumber.OperatorAttached;
import dev.patchbay.shared.virtualnumber.OperatorDetached;
import dev.patchbay.shared.virtualnumber.OperatorsReordered;
import dev.patchbay.shared.virtualnumber.PhoneNumberClaimed;
import dev.patchbay.shared.virtualnumber.PhoneNumberFreed;
import dev.patchbay.shared.virtualnumber.RecordingStopped;
import dev.patchbay.shared.virtualnumber.RingSecondsChanged;
import dev.patchbay.shared.virtualnumber.RingTimeoutChanged;
import dev.patchbay.shared.virtualnumber.RoutingStrategyChanged;
import dev.patchbay.shared.virtualnumber.VirtualNumberAssignedToProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberDeactivated;
import dev.patchbay.shared.virtualnumber.VirtualNumberDetail;
import dev.patchbay.shared.virtualnumber.VirtualNumberDetail.AttachedOperator;
import dev.patchbay.shared.virtualnumber.VirtualNumberDetail.AvailableOperator;
import dev.patchbay.shared.virtualnumber.VirtualNumberDetail.Stats;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.FindVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.ListHeldPhoneNumbers;
import dev.patchbay.shared.virtualnumber.VirtualNumberReleased;
import dev.patchbay.shared.virtualnumber.VirtualNumberRenamed;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VirtualNumberAnswersTest extends LogTest {

    @BeforeEach
    void given() {
        log.append(project(5, "Sales"), number(7));
        log.append(operator(1, "Dora Fox"), operator(2, "Carl Gray"), operator(3, "Bea Hill"), operator(4, "Al Ivy"));
    }

    @Test
    void a_number_is_shown_as_it_was_registered() {
        log.append(new OperatorAttached(7, 1, 0));

        assertThat(find(ACCOUNT))
                .isEqualTo(new Answer<>(
                        new VirtualNumberDetail(
                                7,
                                "+15554440007",
                                "Line 7",
                                "US",
                                true,
                                true,
                                "priority",
                                20,
                                new FallbackView("hangup", null, null),
                                false,
                                new Stats(0, 0, 0, 0),
                                List.of(new AttachedOperator(1, "Dora Fox", "+15555550001", "DF", 0, null)),
                                List.of(
                                        new AvailableOperator(4, "Al Ivy", "+15555550004", "AI"),
                                        new AvailableOperator(3, "Bea Hill", "+15555550003", "BH"),
                                        new AvailableOperator(2, "Carl Gray", "+15555550002", "CG")),
                                List.of()),
                        1,
                        7));
    }

    @Test
    void every_change_is_shown_and_counted() {
        log.append(
                new VirtualNumberRenamed(7, null),
                new VirtualNumberDeactivated(7),
                new RecordingStopped(7),
                new RoutingStrategyChanged(7, "simultaneous"),
                new RingTimeoutChanged(7, 45),
                new FallbackChanged(7, "forward", "+15557654321", null),
                new VirtualNumberAssignedToProject(7, 5));

        VirtualNumberDetail number = find(PROJECT).view();
        assertThat(number.name()).isNull();
        assertThat(number.active()).isFalse();
        assertThat(number.recording()).isFalse();
        assertThat(number.routingStrategy()).isEqualTo("simultaneous");
        assertThat(number.ringTimeoutSeconds()).isEqualTo(45);
        assertThat(number.fallback()).isEqualTo(new FallbackView("forward", "+15557654321", null));
        assertThat(find(PROJECT).version()).isEqualTo(7);
    }

    @Test
    void the_ring_order_has_no_holes_after_a_detach_in_the_middle() {
        log.append(attached(1), attached(2), attached(3), new OperatorDetached(7, 2), attached(4), attached(2));

        assertThat(ring()).containsExactly(1L, 3L, 4L, 2L);
        assertThat(find(ACCOUNT).view().operators())
                .extracting(AttachedOperator::priority)
                .containsExactly(0, 1, 2, 3);
        assertThat(find(ACCOUNT).version()).isEqualTo(6);
    }

    @Test
    void a_new_order_is_kept_and_who_comes_later_comes_after_it() {
        log.append(attached(1), attached(2), attached(3));
        log.append(new OperatorsReordered(7, List.of(3L, 1L, 2L)), attached(4));
        assertThat(ring()).containsExactly(3L, 1L, 2L, 4L);

        log.append(new OperatorsReordered(7, List.of(4L, 2L, 1L, 3L)), new OperatorDetached(7, 1));
        assertThat(ring()).containsExactly(4L, 2L, 3L);
        assertThat(find(ACCOUNT).version()).isEqualTo(7);
    }

    @Test
    void how_long_an_operator_is_rung_is_kept_in_a_new_order_and_lost_with_the_place() {
        log.append(attached(1), attached(2), new RingSecondsChanged(7, 1, 45), new RingSecondsChanged(7, 2, 50));
        assertThat(ringSeconds()).containsExactly(45, 50);

        log.append(new OperatorsReordered(7, List.of(2L, 1L)), new RingSecondsChanged(7, 2, null));
        assertThat(ringSeconds()).containsExactly(null, 45);
        assertThat(ring()).containsExactly(2L, 1L);
        assertThat(find(ACCOUNT).version()).isEqualTo(6);

        log.append(new OperatorDetached(7, 1), attached(1));
        assertThat(ringSeconds()).containsExactly(null, null);
    }

    @Test
    void a_fallback_to_another_number_is_shown_by_its_id() {
        log.append(new FallbackChanged(7, "virtual_number", null, 8L));
        assertThat(find(ACCOUNT).view().fallback()).isEqualTo(new FallbackView("virtual_number", null, 8L));

        log.append(new FallbackChanged(7, "voicemail", null, null));
        assertThat(find(ACCOUNT).view().fallback()).isEqualTo(new FallbackView("voicemail", null, null));
    }

    @Test
    void a_deleted_operator_is_not_shown_even_before_it_is_detached() {
        log.append(attached(1), attached(2), attached(3));

        log.append(new OperatorDeleted(1));

        assertThat(find(ACCOUNT).view().operators())
                .extracting(AttachedOperator::id, AttachedOperator::priority)
                .containsExactly(tuple(2L, 0), tuple(3L, 1));
        assertThat(available(ACCOUNT)).containsExactly(4L);
    }

    @Test
    void an_inactive_operator_stays_attached_but_is_not_available() {
        log.append(attached(1), new OperatorDeactivated(1), new OperatorDeactivated(2));

        assertThat(ring()).containsExactly(1L);
        assertThat(available(ACCOUNT)).containsExactly(4L, 3L);
    }

    @Test
    void a_project_sees_all_that_are_attached_and_its_own_that_are_available() {
        log.append(new VirtualNumberAssignedToProject(7, 5), attached(1), new OperatorLinkedToProject(3, 5));

        assertThat(find(PROJECT).view().operators()).hasSize(1);
        assertThat(available(PROJECT)).containsExactly(3L);
    }

    @Test
    void a_number_is_hidden_from_other_projects_and_accounts() {
        log.append(project(6, "Support"), new VirtualNumberAssignedToProject(7, 5));
        assertThat(find(PROJECT).view()).isNotNull();
        assertThat(find(OTHER_PROJECT).view()).isNull();
        assertThat(find(STRANGERS).view()).isNull();

        log.append(new VirtualNumberAssignedToProject(7, 6));
        assertThat(find(PROJECT).view()).isNull();
        assertThat(find(OTHER_PROJECT).view()).isNotNull();

        log.append(new ProjectDeleted(6));
        assertThat(find(OTHER_PROJECT).view()).isNull();
    }

    @Test
    void a_released_number_is_not_found() {
        log.append(attached(1), new VirtualNumberReleased(7, "+15554440007"), new OperatorDetached(7, 1));

        assertThat(find(ACCOUNT).view()).isNull();
    }

    @Test
    void a_number_is_held_from_its_claim_until_it_is_freed() {
        Set<String> many = IntStream.range(0, 1200)
                .mapToObj(each -> "+1555444%04d".formatted(each))
                .collect(Collectors.toSet());
        log.append(new PhoneNumberClaimed("+15554440008", 8), new PhoneNumberClaimed("+15554440007", 7));
        assertThat(held(many)).containsExactly("+15554440007", "+15554440008");
        assertThat(held(Set.of())).isEmpty();

        log.append(new PhoneNumberFreed("+15554440007", 7));
        assertThat(held(many)).containsExactly("+15554440008");
    }

    private static OperatorAttached attached(long operatorId) {
        return new OperatorAttached(7, operatorId, 0);
    }

    private Answer<VirtualNumberDetail> find(Scope scope) {
        return log.answer(new FindVirtualNumber(7, scope, NOW));
    }

    private List<Long> ring() {
        return find(ACCOUNT).view().operators().stream()
                .map(AttachedOperator::id)
                .toList();
    }

    private List<Integer> ringSeconds() {
        return find(ACCOUNT).view().operators().stream()
                .map(AttachedOperator::ringSeconds)
                .toList();
    }

    private List<Long> available(Scope scope) {
        return find(scope).view().availableOperators().stream()
                .map(AvailableOperator::id)
                .toList();
    }

    private List<String> held(Set<String> numbers) {
        return log.view(new ListHeldPhoneNumbers(numbers, NOW));
    }
}
