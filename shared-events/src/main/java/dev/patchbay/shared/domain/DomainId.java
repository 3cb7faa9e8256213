package dev.patchbay.shared.domain;

import dev.patchbay.shared.Kind;

/** The number of a domain. */
public record DomainId(long value) {

    @Override
    public String toString() {
        return Kind.DOMAIN.stream(value);
    }
}
