package dev.patchbay.benchmarks.peer;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** A person with a phone that calls are routed to. */
@Aggregate
class Operator {

    /** Axon reads it. */
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable")
    private String aggregate;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(CreateOperator command) {
        apply(new OperatorCreated(
                command.aggregate(),
                command.id(),
                command.name(),
                command.phoneNumber(),
                command.email(),
                command.active()));
    }

    @EventSourcingHandler
    void evolve(OperatorCreated event) {
        aggregate = event.aggregate();
    }

    Operator() {}
}
