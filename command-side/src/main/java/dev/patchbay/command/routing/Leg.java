package dev.patchbay.command.routing;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.routing.BeginLeg;
import dev.patchbay.shared.routing.LegBegun;
import dev.patchbay.shared.routing.LegId;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** A call on its way through one virtual number; the log refuses a second decision about it. */
@Aggregate
class Leg {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private LegId id;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(BeginLeg command) {
        apply(new LegBegun(
                command.id().virtualNumber().value(), command.id().call().value(), command.turn()));
    }

    @EventSourcingHandler
    void evolve(LegBegun event) {
        id = new LegId(new VirtualNumberId(event.virtualNumberId()), new CallId(event.callId()));
    }

    Leg() {}
}
