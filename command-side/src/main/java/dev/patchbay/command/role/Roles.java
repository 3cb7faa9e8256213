package dev.patchbay.command.role;

import dev.patchbay.shared.role.RoleId;

/** The roles that other decisions depend on. */
public interface Roles {

    /** Refuses unless the account has this role, and keeps it from being deleted until the commit. */
    void requireThere(RoleId role, long account);
}
