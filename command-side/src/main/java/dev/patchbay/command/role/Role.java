package dev.patchbay.command.role;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.patchbay.command.claim.Names;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.role.AgentPermission;
import dev.patchbay.shared.role.BuiltInRole;
import dev.patchbay.shared.role.RoleCommand.ChangeRoleDescription;
import dev.patchbay.shared.role.RoleCommand.ChangeRolePermissions;
import dev.patchbay.shared.role.RoleCommand.CreateRole;
import dev.patchbay.shared.role.RoleCommand.DeleteRole;
import dev.patchbay.shared.role.RoleCommand.RenameRole;
import dev.patchbay.shared.role.RoleCreated;
import dev.patchbay.shared.role.RoleDeleted;
import dev.patchbay.shared.role.RoleDescriptionChanged;
import dev.patchbay.shared.role.RoleId;
import dev.patchbay.shared.role.RolePermissionsChanged;
import dev.patchbay.shared.role.RoleRenamed;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** What agents may do who have it; the role of administrators stays as it is for ever. */
@Aggregate
class Role {

    @AggregateIdentifier
    private RoleId id;

    private long account;
    private String name;
    private String description;
    private List<String> permissions = List.of();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(CreateRole command, Names names) {
        names.claim(
                Kind.ROLE,
                command.account().value(),
                command.name(),
                command.id().value());
        apply(new RoleCreated(
                command.id().value(),
                command.account().value(),
                command.name(),
                command.description(),
                words(command.permissions())));
    }

    @CommandHandler
    void decide(RenameRole command, Names names) {
        refuseForAdministrators();
        if (!command.name().equals(name)) {
            refuseForBuiltIn();
            names.exchange(Kind.ROLE, account, name, command.name(), id.value());
            apply(new RoleRenamed(id.value(), command.name()));
        }
    }

    @CommandHandler
    void decide(ChangeRoleDescription command) {
        refuseForAdministrators();
        if (!command.description().equals(description)) {
            apply(new RoleDescriptionChanged(id.value(), command.description()));
        }
    }

    @CommandHandler
    void decide(ChangeRolePermissions command) {
        refuseForAdministrators();
        if (!words(command.permissions()).equals(permissions)) {
            apply(new RolePermissionsChanged(id.value(), words(command.permissions())));
        }
    }

    @CommandHandler
    void decide(DeleteRole command, Names names) {
        refuseForBuiltIn();
        names.free(Kind.ROLE, account, name, id.value());
        apply(new RoleDeleted(id.value()));
    }

    boolean belongsTo(long otherAccount) {
        return account == otherAccount;
    }

    private void refuseForAdministrators() {
        if (name.equals(BuiltInRole.ADMIN.title())) {
            throw new Refusal(Refusal.Reason.INVALID, "Cannot modify admin role, Please create a new role.");
        }
    }

    private void refuseForBuiltIn() {
        refuseForAdministrators();
        if (name.equals(BuiltInRole.AGENT.title())) {
            throw new Refusal(Refusal.Reason.INVALID, "Cannot modify admin role, Please create a new role.");
        }
    }

    private static List<String> words(Set<AgentPermission> permissions) {
        return permissions.stream().map(AgentPermission::word).sorted().toList();
    }

    @EventSourcingHandler
    void evolve(RoleCreated event) {
        id = new RoleId(event.roleId());
        account = event.accountId();
        name = event.name();
        description = event.description();
        permissions = event.permissions();
    }

    @EventSourcingHandler
    void evolve(RoleRenamed event) {
        name = event.name();
    }

    @EventSourcingHandler
    void evolve(RoleDescriptionChanged event) {
        description = event.description();
    }

    @EventSourcingHandler
    void evolve(RolePermissionsChanged event) {
        permissions = event.permissions();
    }

    @EventSourcingHandler
    void evolve(RoleDeleted event) {
        markDeleted();
    }

    Role() {}
}
