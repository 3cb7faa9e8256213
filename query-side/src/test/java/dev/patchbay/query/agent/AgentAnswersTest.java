package dev.patchbay.query.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.query.LogTest;
import dev.patchbay.query.ProjectedLog;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.agent.AgentAuthority;
import dev.patchbay.shared.agent.AgentCreated;
import dev.patchbay.shared.agent.AgentDeleted;
import dev.patchbay.shared.agent.AgentDisabled;
import dev.patchbay.shared.agent.AgentKeyIssued;
import dev.patchbay.shared.agent.AgentQuery.AgentAtWork;
import dev.patchbay.shared.agent.AgentQuery.FindAgent;
import dev.patchbay.shared.agent.AgentQuery.FindAgentAuthority;
import dev.patchbay.shared.agent.AgentQuery.ListAgents;
import dev.patchbay.shared.agent.AgentQuery.ListAgentsAtWork;
import dev.patchbay.shared.agent.AgentQuery.ListAgentsWithRole;
import dev.patchbay.shared.agent.AgentQuery.ListKnownEmails;
import dev.patchbay.shared.agent.AgentQuery.ListMembersOfTeam;
import dev.patchbay.shared.agent.AgentRenamed;
import dev.patchbay.shared.agent.AgentSummary;
import dev.patchbay.shared.agent.AgentView;
import dev.patchbay.shared.agent.AvailabilityChanged;
import dev.patchbay.shared.agent.RoleGranted;
import dev.patchbay.shared.agent.TeamJoined;
import dev.patchbay.shared.role.RoleCreated;
import dev.patchbay.shared.role.RolePermissionsChanged;
import dev.patchbay.shared.role.RoleRenamed;
import dev.patchbay.shared.team.TeamCreated;
import dev.patchbay.shared.team.TeamRenamed;
import dev.patchbay.shared.team.TeamSummary;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentAnswersTest extends LogTest {

    @BeforeEach
    void one_agent_with_two_roles_in_a_team() {
        log.append(
                new RoleCreated(1, 1, "Zealot", "", List.of("teams:manage", "users:manage")),
                new RoleCreated(2, 1, "Agent", "", List.of("ai:manage", "users:manage")),
                new TeamCreated(3, 1, "Sales", "S", "Manual", "", 0),
                new AgentCreated(4, 1, "ada@example.com", "Ada", "Lovelace", true, List.of(1L, 2L), List.of(3L)));
    }

    @Test
    void an_agent_is_shown_with_roles_permissions_and_teams_in_order() {
        assertThat(log.view(new FindAgent(4, 1, NOW)))
                .isEqualTo(new AgentView(
                        4,
                        ProjectedLog.START.plusSeconds(4),
                        ProjectedLog.START.plusSeconds(4),
                        "Ada",
                        "Lovelace",
                        "ada@example.com",
                        "offline",
                        true,
                        List.of("Agent", "Zealot"),
                        List.of("ai:manage", "teams:manage", "users:manage"),
                        List.of(new TeamSummary(3, "Sales", "S")),
                        null));
        assertThat(log.answer(new FindAgent(4, 2, NOW)).found()).isEmpty();
    }

    @Test
    void what_happens_to_a_role_or_a_team_shows_at_once_and_makes_no_new_version_of_the_agent() {
        long version = log.answer(new FindAgent(4, 1, NOW)).version();

        log.append(new RolePermissionsChanged(2, List.of("sla:manage")), new RoleRenamed(1, "Admirer"));
        log.append(new TeamRenamed(3, "Support"));

        AgentView agent = log.view(new FindAgent(4, 1, NOW));
        assertThat(agent.permissions()).containsExactly("sla:manage", "teams:manage", "users:manage");
        assertThat(agent.roles()).containsExactly("Admirer", "Agent");
        assertThat(agent.teams()).extracting(TeamSummary::name).containsExactly("Support");
        assertThat(log.answer(new FindAgent(4, 1, NOW)).version()).isEqualTo(version);
        assertThat(log.view(new FindAgent(4, 1, Moment.exactly(4))).permissions())
                .containsExactly("ai:manage", "teams:manage", "users:manage");
    }

    @Test
    void authority_is_that_of_the_moment() {
        log.append(new AgentKeyIssued(4, "key"), new AgentDisabled(4));

        assertThat(log.view(new FindAgentAuthority(4, NOW)))
                .isEqualTo(new AgentAuthority(1, false, "key", Set.of("ai:manage", "teams:manage", "users:manage")));
        assertThat(log.view(new FindAgentAuthority(4, Moment.exactly(5))).enabled())
                .isTrue();
    }

    @Test
    void agents_come_with_the_last_changed_first_and_without_the_deleted() {
        log.append(new AgentCreated(5, 1, "bob@example.com", "Bob", "", true, List.of(2L), List.of()));
        log.append(new AgentCreated(6, 1, "cy@example.com", "Cy", "", true, List.of(2L), List.of()));
        log.append(new AgentCreated(7, 2, "stranger@example.com", "S", "", true, List.of(), List.of()));
        log.append(new AgentRenamed(4, "Ada", "King"), new AgentDeleted(6, List.of(), List.of()));

        assertThat(log.view(new ListAgents(1, NOW)))
                .extracting(AgentSummary::id)
                .containsExactly(4L, 5L);
        assertThat(log.view(new ListKnownEmails(1, Set.of("cy@example.com", "bob@example.com"), NOW)))
                .containsExactly("bob@example.com");
    }

    @Test
    void whoever_is_deleted_has_no_role_and_is_in_no_team() {
        log.append(new AgentCreated(5, 1, "bob@example.com", "Bob", "", true, List.of(), List.of()));
        log.append(new RoleGranted(5, 1), new TeamJoined(5, 3));
        assertThat(log.view(new ListAgentsWithRole(1, NOW))).containsExactly(4L, 5L);

        log.append(new AgentDeleted(4, List.of(), List.of()));

        assertThat(log.view(new ListAgentsWithRole(1, NOW))).containsExactly(5L);
        assertThat(log.view(new ListMembersOfTeam(3, NOW))).containsExactly(5L);
    }

    @Test
    void at_work_is_who_is_online_or_away_by_themselves() {
        log.append(new AgentCreated(5, 2, "bob@example.com", "Bob", "", true, List.of(), List.of()));
        log.append(new AvailabilityChanged(4, "online", false), new AvailabilityChanged(5, "away", true));
        assertThat(log.view(new ListAgentsAtWork(NOW))).containsExactly(new AgentAtWork(4, 1), new AgentAtWork(5, 2));

        log.append(new AvailabilityChanged(4, "away_manual", false), new AvailabilityChanged(5, "offline", true));
        assertThat(log.view(new ListAgentsAtWork(NOW))).isEmpty();
    }
}
