package dev.patchbay.shared.role;

import java.util.List;
import org.axonframework.serialization.Revision;

/** From now on the account has this role. */
@Revision("1")
public record RoleCreated(long roleId, long accountId, String name, String description, List<String> permissions)
        implements RoleEvent {
    public RoleCreated {
        permissions = List.copyOf(permissions);
    }
}
