package dev.patchbay.shared.role;

import org.axonframework.serialization.Revision;

/** From now on the role is called this. */
@Revision("1")
public record RoleRenamed(long roleId, String name) implements RoleEvent {}
