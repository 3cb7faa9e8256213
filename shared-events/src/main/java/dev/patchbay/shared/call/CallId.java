package dev.patchbay.shared.call;

import dev.patchbay.shared.Kind;

/** The number of a call. */
public record CallId(long value) {
    @Override
    public String toString() {
        return Kind.CALL.stream(value);
    }
}
