package dev.patchbay.shared.project;

import dev.patchbay.shared.Kind;

/** The number of a project. */
public record ProjectId(long value) {
    @Override
    public String toString() {
        return Kind.PROJECT.stream(value);
    }
}
