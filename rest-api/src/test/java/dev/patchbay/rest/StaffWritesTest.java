package dev.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Answer;
import dev.patchbay.shared.agent.AgentCommand.AssignRoles;
import dev.patchbay.shared.agent.AgentCommand.ChangeAgentEmail;
import dev.patchbay.shared.agent.AgentCommand.DisableAgent;
import dev.patchbay.shared.agent.AgentCommand.RenameAgent;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.agent.AgentQuery.FindAgent;
import dev.patchbay.shared.agent.AgentView;
import dev.patchbay.shared.role.AgentPermission;
import dev.patchbay.shared.role.RoleCommand.ChangeRoleDescription;
import dev.patchbay.shared.role.RoleCommand.ChangeRolePermissions;
import dev.patchbay.shared.role.RoleCommand.RenameRole;
import dev.patchbay.shared.role.RoleId;
import dev.patchbay.shared.role.RoleQuery.FindRole;
import dev.patchbay.shared.role.RoleQuery.ListRoles;
import dev.patchbay.shared.role.RoleView;
import dev.patchbay.shared.team.AssignmentType;
import dev.patchbay.shared.team.TeamCommand.ChangeTeamAssignmentLimit;
import dev.patchbay.shared.team.TeamCommand.ChangeTeamAssignmentType;
import dev.patchbay.shared.team.TeamCommand.ChangeTeamEmoji;
import dev.patchbay.shared.team.TeamCommand.ChangeTeamTimezone;
import dev.patchbay.shared.team.TeamCommand.RenameTeam;
import dev.patchbay.shared.team.TeamId;
import dev.patchbay.shared.team.TeamQuery.FindTeam;
import dev.patchbay.shared.team.TeamQuery.ListTeams;
import dev.patchbay.shared.team.TeamView;
import dev.patchbay.shared.text.EmailAddress;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A PATCH asks for what it says and nothing else: others may be changing the rest, on top of the same view. */
class StaffWritesTest extends ApiTest {

    private static final AgentId ADA = new AgentId(5);
    private static final RoleId CLERK = new RoleId(3);
    private static final TeamId SALES = new TeamId(4);

    @BeforeEach
    void staff() {
        RoleView role =
                new RoleView(3, Backend.NOON, Backend.NOON, "Clerk", "Writes", List.of("roles:manage", "users:manage"));
        TeamView team = new TeamView(4, Backend.NOON, Backend.NOON, ":)", "Sales", "Round robin", "Europe/Vilnius", 7);
        AgentView agent = new AgentView(
                5,
                Backend.NOON,
                Backend.NOON,
                "Ada",
                "Lovelace",
                "ada@example.com",
                "online",
                true,
                List.of("Clerk"),
                List.of("roles:manage"),
                List.of(),
                null);
        backend.answering(FindRole.class, query -> new Answer<>(role, 2, 41));
        backend.answering(FindTeam.class, query -> new Answer<>(team, 2, 41));
        backend.answering(FindAgent.class, query -> new Answer<>(agent, 2, 41));
        backend.answering(ListRoles.class, query -> Answer.list(List.of(role), 41));
        backend.answering(ListTeams.class, query -> Answer.list(List.of(team), 41));
    }

    static Stream<Object[]> parts() {
        return Stream.of(
                part("roles/3", "{}"),
                part("roles/3", "{'name':'X'}", new RenameRole(CLERK, "X")),
                part("roles/3", "{'description':''}", new ChangeRoleDescription(CLERK, "")),
                part(
                        "roles/3",
                        "{'permissions':['ai:manage','none:such']}",
                        new ChangeRolePermissions(CLERK, Set.of(AgentPermission.AI_MANAGE))),
                part("teams/4", "{}"),
                part("teams/4", "{'name':'X'}", new RenameTeam(SALES, "X")),
                part("teams/4", "{'emoji':''}", new ChangeTeamEmoji(SALES, null)),
                part(
                        "teams/4",
                        "{'conversation_assignment_type':'Manual'}",
                        new ChangeTeamAssignmentType(SALES, AssignmentType.MANUAL)),
                part("teams/4", "{'timezone':''}", new ChangeTeamTimezone(SALES, "")),
                part("teams/4", "{'max_auto_assigned_conversations':0}", new ChangeTeamAssignmentLimit(SALES, 0)),
                part("agents/5", "{}"),
                part("agents/5", "{'first_name':'X'}", new RenameAgent(ADA, "X", null)),
                part("agents/5", "{'last_name':''}", new RenameAgent(ADA, null, "")),
                part(
                        "agents/5",
                        "{'email':'X@example.com'}",
                        new ChangeAgentEmail(ADA, new EmailAddress("x@example.com"))),
                part("agents/5", "{'enabled':false}", new DisableAgent(ADA)),
                part("agents/5", "{'roles':['Clerk'],'role':'X'}", new AssignRoles(ADA, Set.of(CLERK))));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void what_is_not_said_is_not_asked_for(String path, String body, List<Object> commands) {
        assertThat(send("PATCH", path, body).statusCode()).isEqualTo(200);

        assertThat(backend.commands()).isEqualTo(commands);
    }

    @Test
    void a_part_is_refused_when_it_empties_what_must_be_there() {
        for (String body : List.of("{'name':' '}", "{'permissions':[]}", "{'permissions':['none:such']}")) {
            assertThat(send("PATCH", "roles/3", body).statusCode()).isEqualTo(400);
        }
        for (String body : List.of("{'name':' '}", "{'conversation_assignment_type':''}", "{'sla_policy_id':1}")) {
            assertThat(send("PATCH", "teams/4", body).statusCode()).isEqualTo(400);
        }
        assertThat(backend.commands()).isEmpty();
    }

    @Test
    void a_whole_asks_for_everything() {
        assertThat(send("PUT", "roles/3", "{'name':'X','permissions':['ai:manage']}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(backend.commands())
                .containsExactly(
                        new RenameRole(CLERK, "X"),
                        new ChangeRoleDescription(CLERK, ""),
                        new ChangeRolePermissions(CLERK, Set.of(AgentPermission.AI_MANAGE)));
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return api.exchange(
                method,
                "/api/v1/" + path,
                body.replace('\'', '"'),
                "Authorization",
                "token " + SomeAgents.ADMIN + ":" + SomeAgents.SECRET,
                "Content-Type",
                "application/json");
    }

    private static Object[] part(String path, String body, Object... commands) {
        return new Object[] {path, body, List.of(commands)};
    }
}
