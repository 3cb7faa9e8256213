package dev.patchbay.server.contract;

import static dev.patchbay.server.contract.Staff.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SharedServer.class)
class TeamsAndRolesIT {

    private final Client admin = Staff.admin();

    @Test
    void a_team_is_made_shown_replaced_changed_and_deleted() {
        String name = Staff.name("Team");
        Reply made = admin.post("teams", """
                {"name": "%s", "emoji": "\ud83d\ude80", "conversation_assignment_type": "Round robin",
                 "timezone": "Europe/Vilnius", "max_auto_assigned_conversations": 5}""".formatted(name));
        String at = made.data().get("created_at").asString();
        assertThat(made.body())
                .isEqualTo(
                        ("{'status':'success','data':{'id':" + made.id() + ",'created_at':'" + at + "','updated_at':'"
                                        + at + "','emoji':'\ud83d\ude80','name':'" + name
                                        + "','conversation_assignment_type':'Round robin','timezone':'Europe/Vilnius',"
                                        + "'business_hours_id':null,'sla_policy_id':null,'max_auto_assigned_conversations':5}}")
                                .replace('\'', '"'));
        String path = "teams/" + made.id();
        assertThat(admin.get(path).body()).isEqualTo(made.body());

        Reply changed = admin.patch(path, "{\"emoji\":\"\",\"max_auto_assigned_conversations\":7}");
        assertThat(changed.data().get("emoji").isNull()).isTrue();
        assertThat(changed.data().get("timezone").asString()).isEqualTo("Europe/Vilnius");
        assertThat(changed.data().get("max_auto_assigned_conversations").asInt())
                .isEqualTo(7);

        Reply replaced = admin.put(path, "{\"name\":\"" + name + " b\",\"conversation_assignment_type\":\"Manual\"}");
        assertThat(replaced.data().get("timezone").asString()).isEmpty();
        assertThat(replaced.data().get("max_auto_assigned_conversations").asInt())
                .isZero();
        assertThat(Answers.ids(admin.get("teams").data())).startsWith(made.id());

        assertThat(admin.delete(path).body()).isEqualTo("{\"status\":\"success\",\"data\":true}");
        assertFailure(admin.get(path), 404, "NotFoundException", "Team not found");
        assertFailure(admin.put(path, "{}"), 404, "NotFoundException", "Team not found");
        assertFailure(admin.delete(path), 404, "NotFoundException", "Team not found");
    }

    @Test
    void a_team_has_a_name_that_no_other_has() {
        String name = Staff.team();
        String body = "{\"name\":\"" + name + "\",\"conversation_assignment_type\":\"Manual\"}";
        long other = Staff.made(admin.post("teams", body.replace(name, Staff.name("Team"))))
                .id();

        assertFailure(admin.post("teams", body), 409, "ConflictException", "Team already exists");
        assertFailure(admin.put("teams/" + other, body), 409, "ConflictException", "Team already exists");
    }

    @Test
    void a_deleted_team_has_no_members() {
        String team = Staff.team();
        Reply agent = Staff.made(admin.post("agents", """
                {"first_name": "Ada", "email": "%s", "role": "Agent", "teams": ["%s"]}""".formatted(Staff.email(), team)));

        Staff.made(admin.delete(
                "teams/" + agent.data().get("teams").get(0).get("id").asLong()));

        assertThat(admin.get("agents/" + agent.id()).data().get("teams").toString())
                .isEqualTo("[]");
        assertThat(Answers.texts(admin.get("teams/compact").data(), "name"))
                .doesNotContain(team)
                .isSorted();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | `name` empty",
                "{\"name\":\"T\"} | `conversation_assignment_type` empty",
                "{\"name\":\"T\",\"conversation_assignment_type\":\"round_robin\"} | Invalid `conversation_assignment_type`",
                "{\"name\":\"T\",\"conversation_assignment_type\":\"Manual\",\"timezone\":\"Mars\"}"
                        + " | Invalid `timezone`: is not a time zone",
                "{\"name\":\"T\",\"conversation_assignment_type\":\"Manual\",\"business_hours_id\":1}"
                        + " | Invalid `business_hours_id`",
                "{\"name\":\"T\",\"conversation_assignment_type\":\"Manual\",\"sla_policy_id\":1} | Invalid `sla_policy_id`",
                "{\"name\":\"T\",\"conversation_assignment_type\":\"Manual\",\"max_auto_assigned_conversations\":-1}"
                        + " | Invalid `max_auto_assigned_conversations`"
            })
    void a_team_is_not_made_when_something_is_wrong(String body, String message) {
        assertFailure(admin.post("teams", body), 400, "InputException", message);
    }

    @Test
    void what_changed_since_is_answered_with_the_tag_that_it_has_now() {
        String permissions = "{\"name\": \"%s\", \"permissions\": [\"ai:manage\"]}".formatted(Staff.name("Role"));
        String team = "{\"name\": \"%s\", \"timezone\": \"UTC\", \"conversation_assignment_type\": \"Manual\"}"
                .formatted(Staff.name("Team"));
        for (String path : List.of(
                "teams/" + Staff.made(admin.post("teams", team)).id(),
                "roles/" + Staff.made(admin.post("roles", permissions)).id())) {
            Reply stale = admin.patch(path, "{}", "If-Match", "\"77-0000000000000000\"");
            assertThat(stale.status()).isEqualTo(412);
            assertThat(stale.etag()).isEqualTo(admin.get(path).etag());
        }
    }

    @Test
    void a_role_is_made_shown_replaced_changed_and_deleted() {
        String name = Staff.name("Role");
        Reply made = admin.post("roles", """
                {"name": "%s", "description": "Leads.", "permissions": ["users:manage", "nonsense", "ai:manage"]}""".formatted(name));
        String at = made.data().get("created_at").asString();
        assertThat(made.body())
                .isEqualTo(
                        ("{'status':'success','data':{'id':" + made.id() + ",'created_at':'" + at + "','updated_at':'"
                                        + at + "','name':'" + name
                                        + "','description':'Leads.','permissions':['ai:manage','users:manage']}}")
                                .replace('\'', '"'));
        String path = "roles/" + made.id();
        assertThat(admin.get(path).body()).isEqualTo(made.body());
        assertThat(admin.patch(path, "{\"permissions\":[\"sla:manage\"]}")
                        .data()
                        .toString())
                .contains("\"permissions\":[\"sla:manage\"]", "\"description\":\"Leads.\"");
        assertThat(admin.put(path, "{\"name\":\"" + name + " b\",\"permissions\":[\"sla:manage\"]}")
                        .data()
                        .get("description")
                        .asString())
                .isEmpty();

        Staff.made(admin.delete(path));

        assertFailure(admin.get(path), 404, "NotFoundException", "Role not found");
        assertFailure(admin.put(path, "{}"), 404, "NotFoundException", "Role not found");
        assertFailure(admin.delete(path), 404, "NotFoundException", "Role not found");
        assertFailure(admin.get("roles/0"), 400, "InputException", "Invalid `id`");
    }

    @Test
    void a_role_must_permit_something_and_have_a_name_of_its_own() {
        String name = Staff.role("ai:manage");
        assertFailure(admin.post("roles", "{\"permissions\":[\"ai:manage\"]}"), 400, "InputException", "`name` empty");
        assertFailure(
                admin.post("roles", "{\"name\":\"R\",\"permissions\":[\"nonsense\"]}"),
                400,
                "InputException",
                "Permissions empty");
        assertFailure(
                admin.post("roles", "{\"name\":\"" + name + "\",\"permissions\":[\"ai:manage\"]}"),
                409,
                "ConflictException",
                "Role already exists");
    }

    @Test
    void the_built_in_roles_stay() {
        String refusal = "Cannot modify admin role, Please create a new role.";
        String body = "{\"name\":\"X\",\"permissions\":[\"ai:manage\"]}";
        Reply roles = admin.get("roles");
        assertThat(Answers.texts(roles.data(), "name")).startsWith("Admin", "Agent");
        long adminRole = roles.data().get(0).get("id").asLong();
        long agentRole = roles.data().get(1).get("id").asLong();

        assertFailure(admin.put("roles/" + adminRole, body), 400, "InputException", refusal);
        assertFailure(admin.delete("roles/" + adminRole), 400, "InputException", refusal);
        assertFailure(admin.delete("roles/" + agentRole), 400, "InputException", refusal);
    }

    @Test
    void what_a_role_permits_counts_from_the_next_request_on() {
        String role = Staff.role("teams:manage");
        long id = Staff.made(admin.post("agents", """
                {"first_name": "Ada", "email": "%s", "role": "%s"}""".formatted(Staff.email(), role)))
                .id();
        Client agent = Staff.as(id);
        long roleId = admin.get("roles")
                .data()
                .valueStream()
                .filter(each -> each.get("name").asString().equals(role))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asLong();
        assertThat(agent.get("teams").status()).isEqualTo(200);

        Staff.made(admin.patch("roles/" + roleId, "{\"permissions\":[\"users:manage\"]}"));
        assertThat(agent.get("teams").status()).isEqualTo(403);
        assertThat(agent.get("agents").status()).isEqualTo(200);

        Staff.made(admin.delete("roles/" + roleId));
        assertThat(agent.get("agents").status()).isEqualTo(403);
        assertThat(admin.get("agents/" + id).data().get("roles").toString()).isEqualTo("[]");
        assertThat(admin.get("agents/" + id).data().get("permissions").toString())
                .isEqualTo("[]");
    }
}
