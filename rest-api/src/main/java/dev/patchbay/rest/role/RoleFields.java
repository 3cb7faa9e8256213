package dev.patchbay.rest.role;

import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.rest.request.Members;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.role.AgentPermission;
import dev.patchbay.shared.role.RoleCommand;
import dev.patchbay.shared.role.RoleCommand.ChangeRoleDescription;
import dev.patchbay.shared.role.RoleCommand.ChangeRolePermissions;
import dev.patchbay.shared.role.RoleCommand.CreateRole;
import dev.patchbay.shared.role.RoleCommand.RenameRole;
import dev.patchbay.shared.role.RoleId;
import dev.patchbay.shared.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a body says about a role. */
record RoleFields(String name, String description, Set<AgentPermission> permissions) {
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_DESCRIPTION = 300;

    /** All of a role; what is not said is as good as nothing. */
    static RoleFields whole(Members members) {
        return new RoleFields(
                name(members).orElseThrow(() -> Envelope.empty("name")),
                description(members).orElse(""),
                permissions(members));
    }

    /** What is to become of a role; of all else nothing is said, because others may change it meanwhile. */
    static List<RoleCommand> changes(RoleId id, Members members) {
        List<RoleCommand> changes = new ArrayList<>();
        if (members.has("name")) {
            changes.add(new RenameRole(id, name(members).orElseThrow(() -> Envelope.empty("name"))));
        }
        if (members.has("description")) {
            changes.add(new ChangeRoleDescription(id, description(members).orElse("")));
        }
        if (members.has("permissions")) {
            changes.add(new ChangeRolePermissions(id, permissions(members)));
        }
        return changes;
    }

    CreateRole creation(RoleId id, AccountId account) {
        return new CreateRole(id, account, name, description, permissions);
    }

    List<RoleCommand> replacement(RoleId id) {
        return List.of(
                new RenameRole(id, name),
                new ChangeRoleDescription(id, description),
                new ChangeRolePermissions(id, permissions));
    }

    private static Optional<String> name(Members members) {
        return members.text("name", text -> Texts.line(text, LONGEST_NAME));
    }

    private static Optional<String> description(Members members) {
        return members.text("description", text -> Texts.prose(text, LONGEST_DESCRIPTION));
    }

    /** Those that mean something; at least one must. */
    private static Set<AgentPermission> permissions(Members members) {
        Set<AgentPermission> permissions = members.texts("permissions").orElse(List.of()).stream()
                .map(AgentPermission::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        if (permissions.isEmpty()) {
            throw Envelope.problem(400, "Permissions empty");
        }
        return permissions;
    }
}
