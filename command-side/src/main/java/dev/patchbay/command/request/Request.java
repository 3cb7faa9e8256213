package dev.patchbay.command.request;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.request.AcceptRequest;
import dev.patchbay.shared.request.RequestAccepted;
import dev.patchbay.shared.request.RequestKey;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What a caller may ask once under a key of its own choice, however often it sends it. */
@Aggregate
class Request {

    private static final Duration REMEMBERED = Duration.ofHours(24);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private RequestKey id;

    private @Nullable Instant acceptedAt;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AcceptRequest command) {
        if (acceptedAt != null && command.now().isBefore(acceptedAt.plus(REMEMBERED))) {
            throw new Refusal(Refusal.Reason.REPEATED, "the request was accepted at " + acceptedAt);
        }
        apply(new RequestAccepted(command.id().digest(), command.fingerprint(), command.result()));
    }

    @EventSourcingHandler
    void evolve(RequestAccepted event, @Timestamp Instant recordedAt) {
        id = new RequestKey(event.requestKey());
        acceptedAt = recordedAt;
    }

    Request() {}
}
