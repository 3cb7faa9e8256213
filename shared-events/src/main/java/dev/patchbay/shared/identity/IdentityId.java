package dev.patchbay.shared.identity;

import dev.patchbay.shared.Kind;

/** The number of an identity. */
public record IdentityId(long value) {

    @Override
    public String toString() {
        return Kind.IDENTITY.stream(value);
    }
}
