package dev.patchbay.command.routing;

import dev.patchbay.command.Consequences;
import dev.patchbay.command.Decisions;
import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.routing.BeginLeg;
import dev.patchbay.shared.routing.LegId;
import dev.patchbay.shared.routing.RouteDecided;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import org.axonframework.eventhandling.EventHandler;

/** A call goes where it was decided that it goes. */
@Consequences
class Leading {

    private final Decisions decisions;

    Leading(Decisions decisions) {
        this.decisions = decisions;
    }

    @EventHandler
    void react(RouteDecided event) {
        LegId leg = new LegId(new VirtualNumberId(event.virtualNumberId()), new CallId(event.callId()));
        decisions.ask(new BeginLeg(leg, event.turn()));
    }
}
