package dev.patchbay.command.routing;

import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.routing.RecordRoute;
import dev.patchbay.shared.routing.RouteDecided;
import dev.patchbay.shared.routing.RouteId;
import dev.patchbay.shared.virtualnumber.RoutingStrategy;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RouteTest {

    private final FixtureConfiguration<Route> route = new AggregateTestFixture<>(Route.class);

    @Test
    void is_recorded_with_its_turn() {
        route.givenNoPriorActivity()
                .when(new RecordRoute(
                        new RouteId(new VirtualNumberId(11), 4),
                        new CallId(9),
                        70,
                        RoutingStrategy.ROUND_ROBIN,
                        List.of(new OperatorId(42), new OperatorId(41)),
                        "voicemail"))
                .expectEvents(new RouteDecided(11, 4, 9, 70, "round_robin", List.of(42L, 41L), "voicemail"));
    }
}
