package dev.patchbay.command.virtualnumber;

import dev.patchbay.command.operator.SomeOperators;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.text.PhoneNumber;
import dev.patchbay.shared.virtualnumber.Fallback;
import dev.patchbay.shared.virtualnumber.FallbackChanged;
import dev.patchbay.shared.virtualnumber.OperatorAttached;
import dev.patchbay.shared.virtualnumber.OperatorDetached;
import dev.patchbay.shared.virtualnumber.OperatorsReordered;
import dev.patchbay.shared.virtualnumber.RingSecondsChanged;
import dev.patchbay.shared.virtualnumber.RingTimeoutChanged;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ChangeFallback;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ChangeRingSeconds;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ChangeRingTimeout;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import dev.patchbay.shared.virtualnumber.VirtualNumberRegistered;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class AnsweringTest {

    private static final VirtualNumberId SALES_LINE = new VirtualNumberId(11);
    private static final VirtualNumberId NIGHT_LINE = new VirtualNumberId(12);
    private static final VirtualNumberId NOBODYS_LINE = new VirtualNumberId(99);
    private static final OperatorId ADA = new OperatorId(41);
    private static final OperatorId BOB = new OperatorId(42);
    private static final PhoneNumber MOBILE = new PhoneNumber("+15557654321");

    private final FixtureConfiguration<VirtualNumber> number = new AggregateTestFixture<>(VirtualNumber.class)
            .registerInjectableResource(SomeOperators.of(7, ADA, BOB))
            .registerInjectableResource(SomeVirtualNumbers.of(7, SALES_LINE, NIGHT_LINE));

    @Test
    void rings_for_twenty_seconds_until_told_otherwise() {
        given().when(new ChangeRingTimeout(SALES_LINE, 20))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        given().when(new ChangeRingTimeout(SALES_LINE, 21)).expectEvents(new RingTimeoutChanged(11, 21));
    }

    @Test
    void is_silent_when_it_already_rings_so_long() {
        given(new RingTimeoutChanged(11, 35))
                .when(new ChangeRingTimeout(SALES_LINE, 35))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void rings_one_operator_longer_than_the_others() {
        given(attached(ADA), attached(BOB))
                .when(new ChangeRingSeconds(SALES_LINE, BOB, 40))
                .expectEvents(new RingSecondsChanged(11, 42, 40));
    }

    @Test
    void rings_an_operator_as_long_as_the_others_again() {
        given(attached(ADA), new RingSecondsChanged(11, 41, 40))
                .when(new ChangeRingSeconds(SALES_LINE, ADA, null))
                .expectEvents(new RingSecondsChanged(11, 41, null));
    }

    @Test
    void is_silent_when_it_rings_an_operator_so_long_anyway() {
        given(attached(ADA), attached(BOB), new RingSecondsChanged(11, 42, 40))
                .when(new ChangeRingSeconds(SALES_LINE, BOB, 40))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        given(attached(ADA))
                .when(new ChangeRingSeconds(SALES_LINE, ADA, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void has_nothing_to_say_about_an_operator_who_is_not_attached() {
        given(attached(ADA))
                .when(new ChangeRingSeconds(SALES_LINE, BOB, 40))
                .expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionDetails(
                        new Refusal.Details(Refusal.Reason.INVALID, "Operator is not attached to this number"));
    }

    @Test
    void forgets_how_long_an_operator_is_rung_who_is_detached() {
        given(attached(ADA), new RingSecondsChanged(11, 41, 40), new OperatorDetached(11, 41), attached(ADA))
                .when(new ChangeRingSeconds(SALES_LINE, ADA, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void remembers_how_long_an_operator_is_rung_when_the_order_changes() {
        given(
                        attached(ADA),
                        attached(BOB),
                        new RingSecondsChanged(11, 41, 40),
                        new OperatorsReordered(11, List.of(42L, 41L)))
                .when(new ChangeRingSeconds(SALES_LINE, ADA, 40))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void hangs_up_until_told_otherwise() {
        given().when(fallback(new Fallback.HangUp()))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void falls_back_to_another_telephone() {
        given().when(fallback(new Fallback.Forward(MOBILE)))
                .expectEvents(new FallbackChanged(11, "forward", "+15557654321", null));
    }

    @Test
    void falls_back_to_voicemail() {
        given().when(fallback(new Fallback.Voicemail())).expectEvents(new FallbackChanged(11, "voicemail", null, null));
    }

    @Test
    void falls_back_to_another_virtual_number() {
        given().when(fallback(new Fallback.ToVirtualNumber(NIGHT_LINE)))
                .expectEvents(new FallbackChanged(11, "virtual_number", null, 12L));
    }

    @Test
    void hangs_up_again() {
        given(new FallbackChanged(11, "voicemail", null, null))
                .when(fallback(new Fallback.HangUp()))
                .expectEvents(new FallbackChanged(11, "hangup", null, null));
    }

    @Test
    void is_silent_when_it_already_falls_back_like_that() {
        given(new FallbackChanged(11, "forward", "+15557654321", null))
                .when(fallback(new Fallback.Forward(MOBILE)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        given(new FallbackChanged(11, "virtual_number", null, 12L))
                .when(fallback(new Fallback.ToVirtualNumber(NIGHT_LINE)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_refused_a_fallback_to_a_number_that_its_account_does_not_have() {
        given().when(fallback(new Fallback.ToVirtualNumber(NOBODYS_LINE)))
                .expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionDetails(
                        new Refusal.Details(Refusal.Reason.NOT_FOUND, "virtual_number-99 is not there"));
    }

    private TestExecutor<VirtualNumber> given(Object... events) {
        return number.given(new VirtualNumberRegistered(11, 7, "+15551234567", "US", null, null, null, null, null))
                .andGiven(events);
    }

    private static OperatorAttached attached(OperatorId operator) {
        return new OperatorAttached(11, operator.value(), 0);
    }

    private static ChangeFallback fallback(Fallback fallback) {
        return new ChangeFallback(SALES_LINE, fallback);
    }
}
