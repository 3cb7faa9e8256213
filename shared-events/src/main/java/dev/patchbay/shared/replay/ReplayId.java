package dev.patchbay.shared.replay;

import dev.patchbay.shared.Kind;

/** The number of a replay. */
public record ReplayId(long value) {
    @Override
    public String toString() {
        return Kind.REPLAY.stream(value);
    }
}
