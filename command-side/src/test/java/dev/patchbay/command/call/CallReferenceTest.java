package dev.patchbay.command.call;

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
}
