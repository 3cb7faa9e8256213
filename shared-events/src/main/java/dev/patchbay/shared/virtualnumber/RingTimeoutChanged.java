package dev.patchbay.shared.virtualnumber;

import org.axonframework.serialization.Revision;

/** From now on operators are rung this many seconds, unless the number says otherwise for one of them. */
@Revision("1")
public record RingTimeoutChanged(long virtualNumberId, int ringTimeoutSeconds) implements VirtualNumberEvent {

    /** How long it is until this is said for the first time. */
    public static final int DEFAULT_SECONDS = 20;
}
