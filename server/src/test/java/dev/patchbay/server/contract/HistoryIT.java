package dev.patchbay.server.contract;

import static dev.patchbay.server.contract.Answers.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What happened to one thing: also when it is gone. */
@ExtendWith(SharedServer.class)
class HistoryIT {

    private final Tenant tenant = Tenant.open();
    private final Client client = tenant.client();

    @Test
    void of_what_is_gone_is_still_told() {
        long project = tenant.project("Support");
        long operator = tenant.operator("Ada");
        long number = tenant.number("Sales");
        client.delete("operators/" + operator);
        client.delete("virtual_numbers/" + number);
        client.delete("projects/" + project);

        assertEnds(client, "operators/" + operator, "OperatorCreated", "OperatorDeleted");
        assertEnds(client, "virtual_numbers/" + number, "VirtualNumberRegistered", "VirtualNumberReleased");
        assertEnds(client, "projects/" + project, "ProjectCreated", "ProjectDeleted");
        assertUnknown(Tenant.open().client(), "operators/" + operator);
    }

    @Test
    void of_agents_teams_and_roles_is_told_to_agents() {
        Client admin = Staff.admin();
        long agent = Staff.agent("Agent");
        long team = id(admin, "teams", "{\"name\":\"%s\",\"conversation_assignment_type\":\"Manual\"}");
        long role = id(admin, "roles", "{\"name\":\"%s\",\"permissions\":[\"users:manage\"]}");
        admin.delete("agents/" + agent);
        admin.delete("teams/" + team);
        admin.delete("roles/" + role);

        assertEnds(admin, "agents/" + agent, "AgentCreated", "AgentDeleted");
        assertEnds(admin, "teams/" + team, "TeamCreated", "TeamDeleted");
        assertEnds(admin, "roles/" + role, "RoleCreated", "RoleDeleted");
        assertThat(Staff.as(Staff.agent("Agent"))
                        .get("agents/" + agent + "/history")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void of_a_role_and_a_team_ends_with_the_agent_who_was_deleted_with_them() {
        Client admin = Staff.admin();
        String team = Staff.team();
        String role = Staff.role("users:manage");
        long agent = Staff.agent(role);
        Staff.made(admin.patch("agents/" + agent, "{\"teams\":[\"%s\"]}".formatted(team)));
        admin.delete("agents/" + agent);

        assertThat(texts(
                        admin.get("teams/" + named(admin, "teams", team) + "/history")
                                .data(),
                        "type"))
                .startsWith("AgentDeleted");
        assertThat(texts(
                        admin.get("roles/" + named(admin, "roles", role) + "/history")
                                .data(),
                        "type"))
                .startsWith("AgentDeleted");
    }

    @Test
    void of_domains_assistants_and_identities_is_told_by_their_uuids() {
        Client post = client.at(SharedServer.root().resolve("/v1/"));
        JsonNode domain = post.post(
                        "domains", "{\"domain\":\"" + Staff.name("d").replace(" ", "") + ".example\"}")
                .json();
        SharedServer.publish(domain);
        String domainId = domain.get("id").asString();
        post.post("domains/" + domainId + "/verify", "{}");
        String assistant = post.post("assistants", "{\"name\":\"Front office\"}")
                .json()
                .get("id")
                .asString();
        String identity = post.post(
                        "identities",
                        "{\"domain_id\":\"" + domainId + "\",\"local_part\":\"ada\",\"display_name\":\"Ada\"}")
                .json()
                .get("id")
                .asString();
        post.delete("identities/" + identity);
        post.delete("assistants/" + assistant);
        post.delete("domains/" + domainId);

        assertEnds(post, "identities/" + identity, "IdentityCreated", "IdentityDeleted");
        assertEnds(post, "assistants/" + assistant, "AssistantCreated", "AssistantDeleted");
        assertEnds(post, "domains/" + domainId, "DomainAdded", "DomainDeleted");
    }

    @Test
    void between_two_positions_is_what_differs_and_the_events_that_made_it_so() {
        long operator = tenant.operator("Ada");
        long first = change(operator, "\"name\":\"Bea\"");
        change(operator, "\"name\":\"Cleo\"");
        change(operator, "\"email\":\"cleo@example.com\"");
        long last = change(operator, "\"email\":null");

        JsonNode difference = client.get("operators/" + operator + "/diff?from=@" + first + "&to=@" + last)
                .data();

        assertThat(difference.get("changes").toString())
                .isEqualTo("[{\"field\":\"name\",\"before\":\"Bea\",\"after\":\"Cleo\"}]");
        assertThat(texts(difference.get("events"), "type"))
                .containsExactly("OperatorRenamed", "OperatorEmailChanged", "OperatorEmailChanged");
        assertThat(client.get("operators/" + operator + "/diff?from=@" + last + "&to=@" + first)
                        .status())
                .isEqualTo(422);
        assertThat(client.get("operators/" + operator + "/diff?from=@" + first + "&to=@999999999")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void blames_the_last_event_that_changed_each_field() {
        long operator = tenant.operator("Ada");
        change(operator, "\"name\":\"Bea\"");
        long renamed = change(operator, "\"name\":\"Cleo\"");
        long silenced = change(operator, "\"active\":false");

        JsonNode blame =
                client.get("operators/" + operator + "?include=blame").data().get("blame");

        assertThat(blame.at("/name/position").asLong()).isEqualTo(renamed);
        assertThat(blame.at("/name/type").asString()).isEqualTo("OperatorRenamed");
        assertThat(blame.at("/active/position").asLong()).isEqualTo(silenced);
        assertThat(blame.at("/phone_number/type").asString()).isEqualTo("OperatorCreated");
        assertThat(client.get("operators/" + operator + "?include=blame&as_of=@" + renamed)
                        .data()
                        .at("/blame/active/type")
                        .asString())
                .isEqualTo("OperatorCreated");
        assertThat(client.get("operators/" + operator + "?include=everything").status())
                .isEqualTo(422);
    }

    private long change(long operator, String member) {
        return client.patch("operators/" + operator, "{" + member + "}").position();
    }

    private static long id(Client client, String path, String body) {
        return Staff.made(client.post(path, body.formatted(Staff.name("Name")))).id();
    }

    private static long named(Client client, String path, String name) {
        return StreamSupport.stream(client.get(path).data().spliterator(), false)
                .filter(each -> each.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asLong();
    }

    private static void assertEnds(Client client, String thing, String first, String last) {
        assertThat(client.get(thing).status()).isEqualTo(404);
        Reply history = client.get(thing + "/history?order=asc&per_page=100");
        assertThat(history.status()).as(history.body()).isEqualTo(200);
        assertThat(texts(history.data(), "type")).startsWith(first).endsWith(last);
    }

    private static void assertUnknown(Client client, String thing) {
        assertThat(client.get(thing + "/history").status()).isEqualTo(404);
        assertThat(client.get(thing + "/diff?from=@1").status()).isEqualTo(404);
    }
}
