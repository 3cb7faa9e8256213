package dev.patchbay.command.role;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.role.RoleId;
import java.util.Set;

/** The only roles that there are. */
public record SomeRoles(long account, Set<RoleId> there) implements Roles {

    public static Roles of(long account, RoleId... there) {
        return new SomeRoles(account, Set.of(there));
    }

    @Override
    public void requireThere(RoleId role, long otherAccount) {
        if (otherAccount != account || !there.contains(role)) {
            throw new Refusal(Refusal.Reason.CONCURRENT, role + " is not there");
        }
    }
}
