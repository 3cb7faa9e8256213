package dev.patchbay.command.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.command.claim.SomeNames;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.team.AssignmentType;
import dev.patchbay.shared.team.TeamAssignmentLimitChanged;
import dev.patchbay.shared.team.TeamAssignmentTypeChanged;
import dev.patchbay.shared.team.TeamCommand;
import dev.patchbay.shared.team.TeamCommand.ChangeTeamAssignmentLimit;
import dev.patchbay.shared.team.TeamCommand.ChangeTeamAssignmentType;
import dev.patchbay.shared.team.TeamCommand.ChangeTeamEmoji;
import dev.patchbay.shared.team.TeamCommand.ChangeTeamTimezone;
import dev.patchbay.shared.team.TeamCommand.CreateTeam;
import dev.patchbay.shared.team.TeamCommand.DeleteTeam;
import dev.patchbay.shared.team.TeamCommand.RenameTeam;
import dev.patchbay.shared.team.TeamCommand.Settings;
import dev.patchbay.shared.team.TeamCreated;
import dev.patchbay.shared.team.TeamDeleted;
import dev.patchbay.shared.team.TeamEmojiChanged;
import dev.patchbay.shared.team.TeamId;
import dev.patchbay.shared.team.TeamRenamed;
import dev.patchbay.shared.team.TeamTimezoneChanged;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TeamTest {

    private static final TeamId TEAM = new TeamId(4);
    private static final TeamCreated CREATED = new TeamCreated(4, 7, "Sales", "S", "Round robin", "UTC", 5);

    private final SomeNames names = new SomeNames();
    private final FixtureConfiguration<Team> team =
            new AggregateTestFixture<>(Team.class).registerInjectableResource(names);

    @Test
    void is_created_under_a_name_that_it_claims() {
        team.givenNoPriorActivity().when(create("Sales")).expectEvents(CREATED);

        assertThat(names.asked()).containsExactly("claim team 7 Sales for 4");
    }

    @Test
    void is_refused_under_a_name_that_is_taken() {
        team.givenNoPriorActivity()
                .when(create(SomeNames.TAKEN))
                .expectNoEvents()
                .expectException(Refusal.class);
    }

    @Test
    void is_renamed_and_frees_its_old_name() {
        team.given(CREATED).when(new RenameTeam(TEAM, "Support")).expectEvents(new TeamRenamed(4, "Support"));

        assertThat(names.asked()).containsExactly("claim team 7 Support for 4", "free team 7 Sales of 4");
    }

    static Stream<Object[]> changes() {
        return Stream.of(
                new Object[] {new ChangeTeamEmoji(TEAM, null), new TeamEmojiChanged(4, null)},
                new Object[] {
                    new ChangeTeamAssignmentType(TEAM, AssignmentType.MANUAL),
                    new TeamAssignmentTypeChanged(4, "Manual")
                },
                new Object[] {new ChangeTeamTimezone(TEAM, ""), new TeamTimezoneChanged(4, "")},
                new Object[] {new ChangeTeamAssignmentLimit(TEAM, 0), new TeamAssignmentLimitChanged(4, 0)});
    }

    @ParameterizedTest
    @MethodSource("changes")
    void is_changed_once(TeamCommand change, Object event) {
        team.given(CREATED).when(change).expectEvents(event);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void is_silent_about_what_is_so_already(TeamCommand change, Object event) {
        team.given(CREATED, event)
                .when(change)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_silent_about_its_own_name() {
        team.given(CREATED)
                .when(new RenameTeam(TEAM, "Sales"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();

        assertThat(names.asked()).isEmpty();
    }

    @Test
    void is_deleted_and_frees_its_name() {
        team.given(CREATED, new TeamRenamed(4, "Support"))
                .when(new DeleteTeam(TEAM))
                .expectEvents(new TeamDeleted(4))
                .expectMarkedDeleted();

        assertThat(names.asked()).containsExactly("free team 7 Support of 4");
    }

    @Test
    void is_gone_once_it_is_deleted() {
        team.given(CREATED, new TeamDeleted(4))
                .when(new RenameTeam(TEAM, "Support"))
                .expectException(AggregateDeletedException.class);
    }

    private static CreateTeam create(String name) {
        return new CreateTeam(TEAM, new AccountId(7), name, new Settings("S", AssignmentType.ROUND_ROBIN, "UTC", 5));
    }
}
