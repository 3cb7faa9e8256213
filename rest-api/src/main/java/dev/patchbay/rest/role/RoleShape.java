package dev.patchbay.rest.role;

import dev.patchbay.shared.role.RoleView;
import java.time.Instant;
import java.util.List;

/** A role as it is answered. */
record RoleShape(
        long id, Instant createdAt, Instant updatedAt, String name, String description, List<String> permissions) {

    static RoleShape of(RoleView role) {
        return new RoleShape(
                role.id(), role.createdAt(), role.updatedAt(), role.name(), role.description(), role.permissions());
    }
}
