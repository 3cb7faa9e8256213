package dev.patchbay.command.role;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.role.RoleId;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The roles in the log; loading one locks it for the unit of work. Whoever named one that is gone saw what is past, and may look again. */
@Component
class StoredRoles implements Roles {

    private final ObjectProvider<Configuration> axon;

    StoredRoles(ObjectProvider<Configuration> axon) {
        this.axon = axon;
    }

    @Override
    public void requireThere(RoleId role, long account) {
        if (!isThere(role, account)) {
            throw new Refusal(Refusal.Reason.CONCURRENT, role + " is not there");
        }
    }

    private boolean isThere(RoleId role, long account) {
        try {
            return axon.getObject()
                    .repository(Role.class)
                    .load(role.toString())
                    .invoke(stored -> stored.belongsTo(account));
        } catch (AggregateNotFoundException e) {
            return false;
        }
    }
}
