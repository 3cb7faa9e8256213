package dev.patchbay.command.call;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.patchbay.shared.call.CallReferenceId;
import dev.patchbay.shared.call.CallReferenceTaken;
import dev.patchbay.shared.call.ExternalId;
import dev.patchbay.shared.call.TakeCallReference;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** An external id that means one call of a virtual number, for ever; the log refuses another one. */
@Aggregate
class CallReference {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private CallReferenceId id;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(TakeCallReference command) {
        apply(new CallReferenceTaken(
                command.id().virtualNumber().value(),
                command.id().externalId().value(),
                command.call().value()));
    }

    @EventSourcingHandler
    void evolve(CallReferenceTaken event) {
        id = new CallReferenceId(new VirtualNumberId(event.virtualNumberId()), new ExternalId(event.externalId()));
    }

    CallReference() {}
}
