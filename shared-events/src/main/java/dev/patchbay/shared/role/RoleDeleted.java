package dev.patchbay.shared.role;

import org.axonframework.serialization.Revision;

/** The role is gone for good, and no agent has it. */
@Revision("1")
public record RoleDeleted(long roleId) implements RoleEvent {}
