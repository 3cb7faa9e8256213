package dev.patchbay.server.log;

import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * What aggregates were after an event of their stream, so that those before it need not be read. As Axon has it, a snapshot is a message whose
 * payload is the aggregate, with the sequence number, and here also the identifier, of the last event that is in it.
 */
public interface Snapshots {

    /** Those of a process that does not decide. */
    Snapshots NONE = new Snapshots() {
        @Override
        public Optional<DomainEventMessage<?>> of(String stream) {
            return Optional.empty();
        }

        @Override
        public void keep(DomainEventMessage<?> snapshot) {
            // Nobody takes any.
        }

        @Override
        public void forget(String stream) {
            // There is none.
        }

        @Override
        public void distrust() {
            // There is none.
        }
    };

    /** The last one of a stream, with an aggregate that nobody else has; it may be of another log, and need not be the latest state. */
    Optional<DomainEventMessage<?>> of(String stream);

    /** Keeps one in the place of an earlier one; it may be lost. */
    void keep(DomainEventMessage<?> snapshot);

    /** The one of a stream is of no use. */
    void forget(String stream);

    /** The log has lost something that was in it, so all may be of what never was: there are none any more until the next start. */
    void distrust();
}
