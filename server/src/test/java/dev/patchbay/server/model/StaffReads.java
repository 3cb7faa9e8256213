package dev.patchbay.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.model.StaffModel.Member;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Everything that can be read about agents, teams and roles, compared with their model; only what one play made. */
final class StaffReads {

    private final Client admin;
    private final StaffModel model;
    private final String start;

    StaffReads(Client admin, StaffModel model, String start) {
        this.admin = admin;
        this.model = model;
        this.start = start;
    }

    void compare(Instant now) {
        compareAgents();
        compareTeams();
        compareRoles();
        model.holders().forEach((id, agent) -> compareAuthority(id, agent, now));
        model.lostKeys.forEach(
                keys -> assertThat(admin.as(keys).get("agents/me").status()).isEqualTo(401));
    }

    static long activities(Client admin) {
        return admin.get("activity-logs?page_size=1").data().get("total").asLong();
    }

    private void compareAgents() {
        Map<Long, Object> brief = new TreeMap<>();
        model.agents.forEach((id, agent) -> {
            assertThat(shown(admin.get("agents/" + id).data())).isEqualTo(model.shown(agent));
            brief.put(id, List.of(agent.email, agent.firstName, agent.lastName, agent.enabled, agent.availability));
        });
        for (String list : List.of("agents", "agents/compact")) {
            assertThat(mine(list, "email", start + "-", StaffReads::brief))
                    .as(list)
                    .isEqualTo(brief);
        }
    }

    private void compareTeams() {
        for (String list : List.of("teams", "teams/compact")) {
            assertThat(mine(list, "name", start + " ", StaffReads::name))
                    .as(list)
                    .isEqualTo(model.teams);
        }
        model.teams.forEach(
                (id, name) -> assertThat(name(admin.get("teams/" + id).data())).isEqualTo(name));
    }

    private void compareRoles() {
        Map<Long, Object> roles = new TreeMap<>();
        model.roles.forEach((id, role) -> roles.put(id, List.of(role.name, List.copyOf(role.permissions))));
        assertThat(mine("roles", "name", start + " ", StaffReads::role)).isEqualTo(roles);
        roles.forEach(
                (id, role) -> assertThat(role(admin.get("roles/" + id).data())).isEqualTo(role));
    }

    /** Whoever comes in is active. */
    private void compareAuthority(long id, Member agent, Instant now) {
        Client client = admin.as(String.valueOf(agent.keys));
        Set<String> permissions = model.permissions(agent);
        if (!agent.enabled) {
            assertThat(client.get("agents/me").status()).isEqualTo(401);
            return;
        }
        agent.lastActive = now;
        assertThat(client.get("agents/me").id()).isEqualTo(id);
        assertThat(names(client.get("agents/me/teams").data()))
                .isEqualTo(agent.teams.stream().map(model.teams::get).sorted().toList());
        assertThat(client.get("roles").status()).isEqualTo(200);
        Map.of("users:manage", "agents/" + id, "teams:manage", "teams", "roles:manage", "roles/1")
                .forEach((permission, path) -> assertThat(client.get(path).status())
                        .as(path)
                        .isEqualTo(permissions.contains(permission) ? 200 : 403));
        assertThat(client.get("activity-logs").status()).isEqualTo(403);
    }

    private Map<Long, Object> mine(String list, String by, String beginning, Function<JsonNode, Object> content) {
        Map<Long, Object> mine = new TreeMap<>();
        admin.get(list).data().forEach(thing -> {
            if (thing.get(by).asString().startsWith(beginning)) {
                mine.put(thing.get("id").asLong(), content.apply(thing));
            }
        });
        return mine;
    }

    /** What is compared of an agent. */
    static Map<String, Object> shown(JsonNode agent) {
        Map<String, Object> shown = new HashMap<>();
        for (String text : List.of("email", "first_name", "last_name", "availability_status", "api_key")) {
            shown.put(text, agent.get(text).asString(""));
        }
        shown.put("enabled", agent.get("enabled").asBoolean());
        shown.put("roles", texts(agent.get("roles")));
        shown.put("permissions", texts(agent.get("permissions")));
        shown.put("teams", names(agent.get("teams")));
        return shown;
    }

    private static Object brief(JsonNode agent) {
        return List.of(
                agent.get("email").asString(),
                agent.get("first_name").asString(),
                agent.get("last_name").asString(),
                agent.get("enabled").asBoolean(),
                agent.get("availability_status").asString());
    }

    private static Object role(JsonNode role) {
        return List.of(name(role), texts(role.get("permissions")));
    }

    private static String name(JsonNode thing) {
        return thing.get("name").asString();
    }

    private static List<String> names(JsonNode things) {
        return things.valueStream().map(StaffReads::name).toList();
    }

    private static List<String> texts(JsonNode texts) {
        return texts.valueStream().map(JsonNode::asString).toList();
    }
}
