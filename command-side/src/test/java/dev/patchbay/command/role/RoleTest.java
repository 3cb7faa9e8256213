package dev.patchbay.command.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.command.claim.SomeNames;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.role.AgentPermission;
import dev.patchbay.shared.role.BuiltInRole;
import dev.patchbay.shared.role.RoleCommand;
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
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoleTest {

    private static final RoleId ROLE = new RoleId(3);
    private static final RoleCreated CREATED =
            new RoleCreated(3, 7, "Supervisor", "Leads.", List.of("teams:manage", "users:manage"));
    private static final RoleCreated ADMIN = new RoleCreated(3, 7, "Admin", "Everything.", List.of("users:manage"));
    private static final RoleCreated AGENT = new RoleCreated(3, 7, "Agent", "Works.", List.of("messages:read"));

    private final SomeNames names = new SomeNames();
    private final FixtureConfiguration<Role> role =
            new AggregateTestFixture<>(Role.class).registerInjectableResource(names);

    @Test
    void is_created_under_a_name_that_it_claims_with_permissions_in_one_order() {
        role.givenNoPriorActivity()
                .when(new CreateRole(
                        ROLE,
                        new AccountId(7),
                        "Supervisor",
                        "Leads.",
                        Set.of(AgentPermission.USERS_MANAGE, AgentPermission.TEAMS_MANAGE)))
                .expectEvents(CREATED);

        assertThat(names.asked()).containsExactly("claim role 7 Supervisor for 3");
    }

    @Test
    void is_built_in_with_every_permission_but_one() {
        assertThat(BuiltInRole.ADMIN.permissions())
                .hasSize(AgentPermission.values().length - 1)
                .doesNotContain(AgentPermission.MESSAGES_WRITE_AS_CONTACT);
        assertThat(BuiltInRole.AGENT.permissions()).hasSize(14);
    }

    static Stream<Object[]> changes() {
        return Stream.of(
                new Object[] {new RenameRole(ROLE, "Head"), new RoleRenamed(3, "Head")},
                new Object[] {new ChangeRoleDescription(ROLE, ""), new RoleDescriptionChanged(3, "")},
                new Object[] {
                    new ChangeRolePermissions(ROLE, Set.of(AgentPermission.AI_MANAGE)),
                    new RolePermissionsChanged(3, List.of("ai:manage"))
                });
    }

    static Stream<RoleCommand> commands() {
        return Stream.concat(changes().map(change -> (RoleCommand) change[0]), Stream.of(new DeleteRole(ROLE)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void is_changed_once(RoleCommand change, Object event) {
        role.given(CREATED).when(change).expectEvents(event);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void is_silent_about_what_is_so_already(RoleCommand change, Object event) {
        role.given(CREATED, event)
                .when(change)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_renamed_and_frees_its_old_name() {
        role.given(CREATED).when(new RenameRole(ROLE, "Head")).expectEvents(new RoleRenamed(3, "Head"));

        assertThat(names.asked()).containsExactly("claim role 7 Head for 3", "free role 7 Supervisor of 3");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void is_not_changed_where_it_is_that_of_administrators(RoleCommand command) {
        refused(ADMIN, command);
    }

    @Test
    void of_agents_is_neither_deleted_nor_renamed() {
        refused(AGENT, new DeleteRole(ROLE));
        refused(AGENT, new RenameRole(ROLE, "Head"));
    }

    @Test
    void of_agents_may_permit_something_else() {
        role.given(AGENT)
                .when(new ChangeRolePermissions(ROLE, Set.of(AgentPermission.AI_MANAGE)))
                .expectEvents(new RolePermissionsChanged(3, List.of("ai:manage")));
    }

    @Test
    void is_deleted_and_frees_its_name() {
        role.given(CREATED)
                .when(new DeleteRole(ROLE))
                .expectEvents(new RoleDeleted(3))
                .expectMarkedDeleted();

        assertThat(names.asked()).containsExactly("free role 7 Supervisor of 3");
    }

    private void refused(RoleCreated builtIn, RoleCommand command) {
        role.given(builtIn)
                .when(command)
                .expectNoEvents()
                .expectExceptionDetails(new Refusal.Details(
                        Refusal.Reason.INVALID, "Cannot modify admin role, Please create a new role."));
    }
}
