package dev.patchbay.command.role;

import dev.patchbay.command.Consequences;
import dev.patchbay.command.Decisions;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.account.AccountOpened;
import dev.patchbay.shared.role.BuiltInRole;
import dev.patchbay.shared.role.RoleCommand.CreateRole;
import dev.patchbay.shared.role.RoleId;
import org.axonframework.eventhandling.EventHandler;

/** Every account has the built-in roles from its opening. */
@Consequences
class BuiltInRoles {

    private final Decisions decisions;

    BuiltInRoles(Decisions decisions) {
        this.decisions = decisions;
    }

    @EventHandler
    void react(AccountOpened event) {
        for (BuiltInRole role : BuiltInRole.values()) {
            RoleId id = new RoleId(decisions.allocate(Kind.ROLE));
            decisions.ask(CreateRole.builtIn(id, new AccountId(event.accountId()), role));
        }
    }
}
