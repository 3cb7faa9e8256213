package dev.patchbay.command.virtualnumber;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.virtualnumber.PhoneNumberClaimed;
import dev.patchbay.shared.virtualnumber.PhoneNumberCommand.ClaimPhoneNumber;
import dev.patchbay.shared.virtualnumber.PhoneNumberCommand.FreePhoneNumber;
import dev.patchbay.shared.virtualnumber.PhoneNumberFreed;
import dev.patchbay.shared.virtualnumber.PhoneNumberId;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class HeldPhoneNumberTest {

    private static final String E164 = "+15551234567";
    private static final PhoneNumberId PHONE_NUMBER = new PhoneNumberId(E164);
    private static final VirtualNumberId SALES_LINE = new VirtualNumberId(11);
    private static final VirtualNumberId OTHER_LINE = new VirtualNumberId(12);

    private final FixtureConfiguration<HeldPhoneNumber> held = new AggregateTestFixture<>(HeldPhoneNumber.class);

    @Test
    void is_claimed() {
        held.givenNoPriorActivity()
                .when(new ClaimPhoneNumber(PHONE_NUMBER, SALES_LINE))
                .expectEvents(new PhoneNumberClaimed(E164, 11));
    }

    @Test
    void is_silent_when_its_holder_claims_it_again() {
        held.given(new PhoneNumberClaimed(E164, 11))
                .when(new ClaimPhoneNumber(PHONE_NUMBER, SALES_LINE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_refused_to_another_while_it_is_held() {
        held.given(new PhoneNumberClaimed(E164, 11))
                .when(new ClaimPhoneNumber(PHONE_NUMBER, OTHER_LINE))
                .expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionDetails(
                        new Refusal.Details(Refusal.Reason.INVALID, "Phone number has already been taken"));
    }

    @Test
    void is_freed_by_its_holder() {
        held.given(new PhoneNumberClaimed(E164, 11))
                .when(new FreePhoneNumber(PHONE_NUMBER, SALES_LINE))
                .expectEvents(new PhoneNumberFreed(E164, 11))
                .expectNotMarkedDeleted();
    }

    @Test
    void is_silent_when_another_frees_it() {
        held.given(new PhoneNumberClaimed(E164, 11))
                .when(new FreePhoneNumber(PHONE_NUMBER, OTHER_LINE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_silent_when_it_is_freed_twice() {
        held.given(new PhoneNumberClaimed(E164, 11), new PhoneNumberFreed(E164, 11))
                .when(new FreePhoneNumber(PHONE_NUMBER, SALES_LINE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_claimed_by_another_once_it_is_free() {
        held.given(new PhoneNumberClaimed(E164, 11), new PhoneNumberFreed(E164, 11))
                .when(new ClaimPhoneNumber(PHONE_NUMBER, OTHER_LINE))
                .expectEvents(new PhoneNumberClaimed(E164, 12));
    }

    @Test
    void is_not_there_before_anyone_claimed_it() {
        held.givenNoPriorActivity()
                .when(new FreePhoneNumber(PHONE_NUMBER, SALES_LINE))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }
}
