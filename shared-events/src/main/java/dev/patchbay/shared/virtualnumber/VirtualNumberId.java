package dev.patchbay.shared.virtualnumber;

import dev.patchbay.shared.Kind;

/** The number (id) of a virtual number. */
public record VirtualNumberId(long value) {
    @Override
    public String toString() {
        return Kind.VIRTUAL_NUMBER.stream(value);
    }
}
