package dev.patchbay.shared.role;

import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Query;
import java.util.List;

/** Everything one may ask about roles; deleted ones are not found. */
public sealed interface RoleQuery<T> extends Query<T> {

    /** One role of an account. */
    record FindRole(long roleId, long accountId, Moment moment) implements RoleQuery<RoleView> {}

    /** The roles of an account, by id. */
    record ListRoles(long accountId, Moment moment) implements RoleQuery<List<RoleView>> {}
}
