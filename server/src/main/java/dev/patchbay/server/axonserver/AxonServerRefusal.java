package dev.patchbay.server.axonserver;

import org.jspecify.annotations.Nullable;

/** Axon Server has said that it does not take what it was to store. */
final class AxonServerRefusal extends AxonServerFault {

    AxonServerRefusal(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
