package dev.patchbay.server.axonserver;

import org.jspecify.annotations.Nullable;

/** Axon Server has not done what it was asked for, as far as one can know. */
sealed class AxonServerFault extends RuntimeException permits AxonServerRefusal {

    AxonServerFault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
