package dev.patchbay.shared.role;

import dev.patchbay.shared.Kind;

/** The number of a role. */
public record RoleId(long value) {
    @Override
    public String toString() {
        return Kind.ROLE.stream(value);
    }
}
