package dev.patchbay.command.routing;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.routing.RecordRoute;
import dev.patchbay.shared.routing.RouteDecided;
import dev.patchbay.shared.routing.RouteId;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** A decision where a call goes; the log refuses a second one with the same turn. */
@Aggregate
class Route {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private RouteId id;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(RecordRoute command) {
        apply(new RouteDecided(
                command.id().virtualNumber().value(),
                command.id().turn(),
                command.call().value(),
                command.decidedAt(),
                command.strategy().word(),
                command.operators().stream().map(OperatorId::value).toList(),
                command.fallback()));
    }

    @EventSourcingHandler
    void evolve(RouteDecided event) {
        id = new RouteId(new VirtualNumberId(event.virtualNumberId()), event.turn());
    }

    Route() {}
}
