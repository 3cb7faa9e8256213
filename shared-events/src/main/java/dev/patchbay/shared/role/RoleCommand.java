package dev.patchbay.shared.role;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.account.AccountId;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one may ask of a role. Asking for what is already so is harmless; the built-in roles refuse some of it. */
public sealed interface RoleCommand extends Command {

    @Override
    @TargetAggregateIdentifier
    RoleId id();

    record CreateRole(RoleId id, AccountId account, String name, String description, Set<AgentPermission> permissions)
            implements RoleCommand {
        public CreateRole {
            permissions = Set.copyOf(permissions);
        }

        /** One of the roles that every account has. */
        public static CreateRole builtIn(RoleId id, AccountId account, BuiltInRole role) {
            return new CreateRole(id, account, role.title(), role.description(), role.permissions());
        }
    }

    record RenameRole(RoleId id, String name) implements RoleCommand {}

    record ChangeRoleDescription(RoleId id, String description) implements RoleCommand {}

    /** From now on the role permits this and nothing else. */
    record ChangeRolePermissions(RoleId id, Set<AgentPermission> permissions) implements RoleCommand {
        public ChangeRolePermissions {
            permissions = Set.copyOf(permissions);
        }
    }

    /** No agent has the role any more. */
    record DeleteRole(RoleId id) implements RoleCommand {}
}
