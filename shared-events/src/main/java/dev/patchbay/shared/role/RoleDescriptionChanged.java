package dev.patchbay.shared.role;

import org.axonframework.serialization.Revision;

/** From now on the role is described like this; empty when it is not. */
@Revision("1")
public record RoleDescriptionChanged(long roleId, String description) implements RoleEvent {}
