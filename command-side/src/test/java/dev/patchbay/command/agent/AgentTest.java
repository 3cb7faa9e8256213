package dev.patchbay.command.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.command.claim.SomeNames;
import dev.patchbay.command.role.SomeRoles;
import dev.patchbay.command.team.SomeTeams;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.agent.AgentCommand;
import dev.patchbay.shared.agent.AgentCommand.AssignRoles;
import dev.patchbay.shared.agent.AgentCommand.AssignTeams;
import dev.patchbay.shared.agent.AgentCommand.ChangeAgentEmail;
import dev.patchbay.shared.agent.AgentCommand.ChangeAvailability;
import dev.patchbay.shared.agent.AgentCommand.CreateAgent;
import dev.patchbay.shared.agent.AgentCommand.DeleteAgent;
import dev.patchbay.shared.agent.AgentCommand.DisableAgent;
import dev.patchbay.shared.agent.AgentCommand.EnableAgent;
import dev.patchbay.shared.agent.AgentCommand.IssueAgentKey;
import dev.patchbay.shared.agent.AgentCommand.LeaveTeam;
import dev.patchbay.shared.agent.AgentCommand.RenameAgent;
import dev.patchbay.shared.agent.AgentCommand.RevokeAgentKey;
import dev.patchbay.shared.agent.AgentCommand.WithdrawRole;
import dev.patchbay.shared.agent.AgentCreated;
import dev.patchbay.shared.agent.AgentDeleted;
import dev.patchbay.shared.agent.AgentDisabled;
import dev.patchbay.shared.agent.AgentEmailChanged;
import dev.patchbay.shared.agent.AgentEnabled;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.agent.AgentKeyIssued;
import dev.patchbay.shared.agent.AgentKeyRevoked;
import dev.patchbay.shared.agent.AgentRenamed;
import dev.patchbay.shared.agent.Availability;
import dev.patchbay.shared.agent.AvailabilityChanged;
import dev.patchbay.shared.agent.PersonName;
import dev.patchbay.shared.agent.RoleGranted;
import dev.patchbay.shared.agent.RoleWithdrawn;
import dev.patchbay.shared.agent.TeamJoined;
import dev.patchbay.shared.agent.TeamLeft;
import dev.patchbay.shared.role.RoleId;
import dev.patchbay.shared.team.TeamId;
import dev.patchbay.shared.text.EmailAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AgentTest {

    private static final AgentId ADA = new AgentId(42);
    private static final AgentCreated CREATED =
            new AgentCreated(42, 7, "ada@example.com", "Ada", "Lovelace", true, List.of(1L, 3L), List.of(4L));
    private static final RoleId ELSEWHERE = new RoleId(9);

    private final SomeNames names = new SomeNames();
    private final FixtureConfiguration<Agent> agent = new AggregateTestFixture<>(Agent.class)
            .registerInjectableResource(names)
            .registerInjectableResource(SomeRoles.of(7, new RoleId(1), new RoleId(2), new RoleId(3)))
            .registerInjectableResource(SomeTeams.of(7, new TeamId(4), new TeamId(5)));

    @Test
    void is_created_at_an_address_that_is_claimed() {
        agent.givenNoPriorActivity()
                .when(create("ada@example.com", new RoleId(1)))
                .expectEvents(CREATED);

        assertThat(names.asked()).containsExactly("claim agent 7 ada@example.com for 42");
    }

    @Test
    void is_refused_at_an_address_that_is_taken() {
        agent.givenNoPriorActivity()
                .when(create(SomeNames.TAKEN, new RoleId(1)))
                .expectNoEvents()
                .expectException(Refusal.class);
    }

    @Test
    void is_refused_with_a_role_that_the_account_does_not_have() {
        agent.givenNoPriorActivity()
                .when(create("ada@example.com", ELSEWHERE))
                .expectNoEvents()
                .expectExceptionDetails(new Refusal.Details(Refusal.Reason.CONCURRENT, "role-9 is not there"));
    }

    static Stream<Object[]> changes() {
        return Stream.of(
                new Object[] {new RenameAgent(ADA, "Ada", ""), new AgentRenamed(42, "Ada", "")},
                new Object[] {
                    new ChangeAgentEmail(ADA, new EmailAddress("king@example.com")),
                    new AgentEmailChanged(42, "king@example.com")
                },
                new Object[] {new DisableAgent(ADA), new AgentDisabled(42)},
                new Object[] {
                    new ChangeAvailability(ADA, Availability.AWAY_MANUAL, false),
                    new AvailabilityChanged(42, "away_manual", false)
                },
                new Object[] {new WithdrawRole(ADA, new RoleId(3)), new RoleWithdrawn(42, 3)},
                new Object[] {new LeaveTeam(ADA, new TeamId(4)), new TeamLeft(42, 4)},
                new Object[] {new AssignTeams(ADA, Set.of(new TeamId(4), new TeamId(5))), new TeamJoined(42, 5)},
                new Object[] {new IssueAgentKey(ADA, "key"), new AgentKeyIssued(42, "key")});
    }

    @ParameterizedTest
    @MethodSource("changes")
    void is_changed_once(AgentCommand change, Object event) {
        agent.given(CREATED).when(change).expectEvents(event);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void is_silent_about_what_is_so_already(AgentCommand change, Object event) {
        agent.given(CREATED, event)
                .when(change)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_enabled_again() {
        agent.given(CREATED, new AgentDisabled(42)).when(new EnableAgent(ADA)).expectEvents(new AgentEnabled(42));
    }

    @Test
    void moves_and_frees_the_old_address() {
        agent.given(CREATED)
                .when(new ChangeAgentEmail(ADA, new EmailAddress("king@example.com")))
                .expectEvents(new AgentEmailChanged(42, "king@example.com"));

        assertThat(names.asked())
                .containsExactly("claim agent 7 king@example.com for 42", "free agent 7 ada@example.com of 42");
    }

    @Test
    void has_exactly_the_roles_that_are_assigned() {
        agent.given(CREATED)
                .when(new AssignRoles(ADA, Set.of(new RoleId(2), new RoleId(3))))
                .expectEvents(new RoleWithdrawn(42, 1), new RoleGranted(42, 2));
        agent.given(CREATED)
                .when(new AssignRoles(ADA, Set.of(new RoleId(1), ELSEWHERE)))
                .expectNoEvents()
                .expectException(Refusal.class);
    }

    @Test
    void leaves_all_teams_when_none_is_assigned() {
        agent.given(CREATED).when(new AssignTeams(ADA, Set.of())).expectEvents(new TeamLeft(42, 4));
    }

    @ParameterizedTest
    @EnumSource(names = {"AWAY_MANUAL", "AWAY_AND_REASSIGNING"})
    void stays_away_as_chosen_until_a_person_says_otherwise(Availability chosen) {
        AvailabilityChanged away = new AvailabilityChanged(42, chosen.word(), false);

        agent.given(CREATED, away)
                .when(new ChangeAvailability(ADA, Availability.OFFLINE, true))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        agent.given(CREATED, away)
                .when(new ChangeAvailability(ADA, Availability.ONLINE, false))
                .expectEvents(new AvailabilityChanged(42, "online", false));
    }

    @ParameterizedTest
    @EnumSource(names = {"ONLINE", "AWAY"})
    void goes_offline_by_itself_otherwise(Availability before) {
        agent.given(CREATED, new AvailabilityChanged(42, before.word(), false))
                .when(new ChangeAvailability(ADA, Availability.OFFLINE, true))
                .expectEvents(new AvailabilityChanged(42, "offline", true));
    }

    @Test
    void has_one_key_at_a_time_and_none_once_it_is_revoked() {
        agent.given(CREATED, new AgentKeyIssued(42, "key"))
                .when(new IssueAgentKey(ADA, "other"))
                .expectEvents(new AgentKeyIssued(42, "other"));
        agent.given(CREATED, new AgentKeyIssued(42, "key"))
                .when(new RevokeAgentKey(ADA))
                .expectEvents(new AgentKeyRevoked(42));
        agent.given(CREATED)
                .when(new RevokeAgentKey(ADA))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_deleted_and_frees_the_address() {
        agent.given(CREATED, new AgentEmailChanged(42, "king@example.com"))
                .when(new DeleteAgent(ADA))
                .expectEvents(new AgentDeleted(42, List.of(1L, 3L), List.of(4L)))
                .expectMarkedDeleted();

        assertThat(names.asked()).containsExactly("free agent 7 king@example.com of 42");
    }

    @Test
    void is_gone_once_deleted() {
        agent.given(CREATED, new AgentDeleted(42, List.of(), List.of()))
                .when(new EnableAgent(ADA))
                .expectException(AggregateDeletedException.class);
    }

    private static CreateAgent create(String email, RoleId role) {
        return new CreateAgent(
                ADA,
                new AccountId(7),
                new EmailAddress(email),
                new PersonName("Ada", "Lovelace"),
                true,
                Set.of(role, new RoleId(3)),
                Set.of(new TeamId(4)));
    }
}
