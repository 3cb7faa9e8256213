package dev.patchbay.command.virtualnumber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.command.operator.SomeOperators;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.virtualnumber.OperatorAttached;
import dev.patchbay.shared.virtualnumber.OperatorDetached;
import dev.patchbay.shared.virtualnumber.OperatorsReordered;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.AttachOperator;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.DetachOperator;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ReorderOperators;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import dev.patchbay.shared.virtualnumber.VirtualNumberRegistered;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class RingOrderTest {

    private static final VirtualNumberId SALES_LINE = new VirtualNumberId(11);
    private static final OperatorId ADA = new OperatorId(41);
    private static final OperatorId BOB = new OperatorId(42);
    private static final OperatorId EVE = new OperatorId(43);
    private static final OperatorId DAN = new OperatorId(44);
    private static final OperatorId STRANGER = new OperatorId(99);

    private final FixtureConfiguration<VirtualNumber> number = new AggregateTestFixture<>(VirtualNumber.class)
            .registerInjectableResource(SomeOperators.of(7, ADA, BOB, EVE, DAN));

    @Test
    void begins_with_whoever_is_attached_first() {
        with().when(new AttachOperator(SALES_LINE, ADA)).expectEvents(new OperatorAttached(11, 41, 0));
    }

    @Test
    void ends_with_whoever_is_attached_last() {
        with(ADA, BOB).when(new AttachOperator(SALES_LINE, EVE)).expectEvents(new OperatorAttached(11, 43, 2));
    }

    @Test
    void is_silent_for_an_operator_already_attached() {
        with(ADA, BOB)
                .when(new AttachOperator(SALES_LINE, ADA))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void has_no_place_for_an_operator_that_the_account_does_not_have() {
        with(ADA)
                .when(new AttachOperator(SALES_LINE, STRANGER))
                .expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionDetails(new Refusal.Details(Refusal.Reason.NOT_FOUND, "operator-99 is not there"));
    }

    @Test
    void has_no_place_for_an_operator_of_another_account() {
        number.given(new VirtualNumberRegistered(11, 8, "+15551234567", "US", null, null, null, null, null))
                .when(new AttachOperator(SALES_LINE, ADA))
                .expectNoEvents()
                .expectException(Refusal.class);
    }

    @Test
    void closes_up_when_one_in_the_middle_is_detached() {
        with(ADA, BOB, EVE)
                .andGiven(new OperatorDetached(11, 42))
                .when(new AttachOperator(SALES_LINE, DAN))
                .expectEvents(new OperatorAttached(11, 44, 2));
    }

    @Test
    void loses_whoever_is_detached() {
        with(ADA, BOB, EVE).when(new DetachOperator(SALES_LINE, BOB)).expectEvents(new OperatorDetached(11, 42));
    }

    @Test
    void is_silent_when_the_operator_to_detach_is_not_attached() {
        with(ADA)
                .when(new DetachOperator(SALES_LINE, STRANGER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void puts_an_operator_that_was_detached_at_the_end_when_it_comes_back() {
        with(ADA, BOB)
                .andGiven(new OperatorDetached(11, 41))
                .when(new AttachOperator(SALES_LINE, ADA))
                .expectEvents(new OperatorAttached(11, 41, 1));
    }

    @Test
    void is_reordered() {
        with(ADA, BOB, EVE)
                .when(reorder(EVE, ADA, BOB))
                .expectEvents(new OperatorsReordered(11, List.of(43L, 41L, 42L)));
    }

    @Test
    void is_silent_when_it_is_already_that_order() {
        with(ADA, BOB)
                .andGiven(new OperatorsReordered(11, List.of(42L, 41L)))
                .when(reorder(BOB, ADA))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_detached_attached_and_reordered_at_once() {
        with(ADA, BOB, EVE)
                .when(reorder(DAN, EVE, ADA))
                .expectEvents(
                        new OperatorDetached(11, 42),
                        new OperatorAttached(11, 44, 2),
                        new OperatorsReordered(11, List.of(44L, 43L, 41L)));
    }

    @Test
    void says_no_more_than_needed_when_the_new_ones_come_last() {
        with(ADA, BOB)
                .when(reorder(ADA, EVE, DAN))
                .expectEvents(
                        new OperatorDetached(11, 42), new OperatorAttached(11, 43, 1), new OperatorAttached(11, 44, 2));
    }

    @Test
    void counts_an_operator_named_twice_where_it_is_named_first() {
        with(ADA, BOB).when(reorder(BOB, ADA, BOB, ADA)).expectEvents(new OperatorsReordered(11, List.of(42L, 41L)));
    }

    @Test
    void is_emptied_by_an_order_of_nobody() {
        with(ADA, BOB).when(reorder()).expectEvents(new OperatorDetached(11, 41), new OperatorDetached(11, 42));
    }

    @Test
    void stays_as_it_is_when_one_of_the_new_ones_is_refused() {
        with(ADA, BOB)
                .when(reorder(DAN, STRANGER))
                .expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionDetails(new Refusal.Details(Refusal.Reason.NOT_FOUND, "operator-99 is not there"));
    }

    @Test
    void keeps_those_that_are_already_attached_without_asking_for_them_again() {
        with(STRANGER, ADA).when(reorder(ADA, STRANGER)).expectEvents(new OperatorsReordered(11, List.of(41L, 99L)));
    }

    @Property(tries = 200)
    void has_everyone_once(@ForAll @Size(max = 20) List<@IntRange(min = 1, max = 9) Integer> named) {
        List<OperatorId> operators = named.stream().map(OperatorId::new).toList();
        RingOrder order = new RingOrder(operators);

        assertThat(order.operators()).doesNotHaveDuplicates().hasSameElementsAs(operators);
        assertThat(order.with(ADA).with(ADA).without(ADA)).isEqualTo(order.without(ADA));
        assertThat(order.notIn(order)).isEmpty();
    }

    private TestExecutor<VirtualNumber> with(OperatorId... attached) {
        Stream<Object> attachments = Stream.iterate(0, place -> place < attached.length, place -> place + 1)
                .map(place -> new OperatorAttached(11, attached[place].value(), place));
        return number.given(Stream.concat(
                        Stream.of(
                                new VirtualNumberRegistered(11, 7, "+15551234567", "US", null, null, null, null, null)),
                        attachments)
                .toList());
    }

    private static ReorderOperators reorder(OperatorId... operators) {
        return new ReorderOperators(SALES_LINE, List.of(operators));
    }
}
