package dev.patchbay.shared.past;

import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** All past forms of events; whoever reads the log needs them. */
public final class PastForms {

    private PastForms() {}

    /** Brings every event that was ever stored into its present form, the oldest forms first. */
    public static EventUpcaster upcaster() {
        return new EventUpcasterChain(new AgentDeletedWithoutTies());
    }
}
