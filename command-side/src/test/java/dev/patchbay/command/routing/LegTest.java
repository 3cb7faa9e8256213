package dev.patchbay.command.routing;

import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.routing.BeginLeg;
import dev.patchbay.shared.routing.LegBegun;
import dev.patchbay.shared.routing.LegId;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class LegTest {

    private final FixtureConfiguration<Leg> leg = new AggregateTestFixture<>(Leg.class);

    @Test
    void begins_as_was_decided() {
        leg.givenNoPriorActivity()
                .when(new BeginLeg(new LegId(new VirtualNumberId(11), new CallId(9)), 4))
                .expectEvents(new LegBegun(11, 9, 4));
    }
}
