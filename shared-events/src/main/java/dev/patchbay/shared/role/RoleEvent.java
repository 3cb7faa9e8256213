package dev.patchbay.shared.role;

import dev.patchbay.shared.Event;

/** What happened to a role. */
public sealed interface RoleEvent extends Event
        permits RoleCreated, RoleDeleted, RoleDescriptionChanged, RolePermissionsChanged, RoleRenamed {
    long roleId();
}
