package dev.patchbay.command.call;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.call.CallReferenceId;
import dev.patchbay.shared.call.CallReferenceTaken;
import dev.patchbay.shared.call.ExternalId;
import dev.patchbay.shared.call.TakeCallReference;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class CallReferenceTest {

    private static final CallReferenceId REFERENCE =
            new CallReferenceId(new VirtualNumberId(11), new ExternalId("CA01"));

    private final FixtureConfiguration<CallReference> reference = new AggregateTestFixture<>(CallReference.class);

    @Test
    void is_taken() {
        reference
                .givenNoPriorActivity()
                .when(new TakeCallReference(REFERENCE, new CallId(9981)))
                .expectEvents(new CallReferenceTaken(11, "CA01", 9981));
    }

    @Test
    void is_silent_when_its_call_takes_it_again() {
        reference
                .given(new CallReferenceTaken(11, "CA01", 9981))
                .when(new TakeCallReference(REFERENCE, new CallId(9981)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_refused_to_another_call_which_can_look_for_the_first() {
        reference
                .given(new CallReferenceTaken(11, "CA01", 9981))
                .when(new TakeCallReference(REFERENCE, new CallId(9982)))
                .expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionDetails(
                        new Refusal.Details(Refusal.Reason.CONCURRENT, REFERENCE + " is taken by call-9981"));
    }
}
