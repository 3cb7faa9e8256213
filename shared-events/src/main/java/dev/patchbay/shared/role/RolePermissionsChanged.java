package dev.patchbay.shared.role;

import java.util.List;
import org.axonframework.serialization.Revision;

/** From now on the role permits exactly this. */
@Revision("1")
public record RolePermissionsChanged(long roleId, List<String> permissions) implements RoleEvent {
    public RolePermissionsChanged {
        permissions = List.copyOf(permissions);
    }
}
