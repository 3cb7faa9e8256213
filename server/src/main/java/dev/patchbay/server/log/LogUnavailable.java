package dev.patchbay.server.log;

import org.jspecify.annotations.Nullable;

/** The log cannot be written at the moment, for instance because the disk is full. */
public final class LogUnavailable extends RuntimeException {
    LogUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
