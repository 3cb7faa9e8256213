package dev.patchbay.shared.role;

import java.time.Instant;
import java.util.List;

/** A role; its permissions are in the order of the alphabet. */
public record RoleView(
        long id, Instant createdAt, Instant updatedAt, String name, String description, List<String> permissions) {

    public RoleView {
        permissions = List.copyOf(permissions);
    }
}
