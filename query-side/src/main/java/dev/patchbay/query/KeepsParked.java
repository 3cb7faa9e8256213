package dev.patchbay.query;

import org.axonframework.eventhandling.DomainEventMessage;

/** A projection that also keeps of an event that is parked what can be told without its payload; the rest when it is taken in. */
public interface KeepsParked {

    void park(DomainEventMessage<?> event, Recorded recorded);
}
