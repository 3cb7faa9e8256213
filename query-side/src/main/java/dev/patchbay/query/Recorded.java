package dev.patchbay.query;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.Message;

/**
 * Where and when an event stands in the log.
 *
 * @param position its place in the whole log
 * @param version its place in the stream of its aggregate
 */
public record Recorded(long position, long version, Instant at) {

    /** Where an event that was read from the log stood there. */
    static Recorded of(Message<?> message) {
        long position =
                ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow();
        DomainEventMessage<?> event = (DomainEventMessage<?>) message;
        return new Recorded(position, event.getSequenceNumber(), event.getTimestamp());
    }
}
