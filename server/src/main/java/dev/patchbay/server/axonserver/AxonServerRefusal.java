package dev.patchbay.server.axonserver;

import org.jspecify.annotations.Nullable;

/** Axon Server has said that it does not take what it was to store. */
final class AxonServerRefusal extends AxonServerFault {

    private final boolean certain;

    /** @param certain whether nobody but the server itself says so, which had looked at all of it */
    AxonServerRefusal(String message, boolean certain, @Nullable Throwable cause) {
        super(message, cause);
        this.certain = certain;
    }

    boolean isCertain() {
        return certain;
    }
}
