package dev.patchbay.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.model.StaffModel.Member;
import dev.patchbay.server.model.StaffModel.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Agents, teams and roles on the server, next to their model; names are of one play only. */
final class StaffPlay {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> PERMISSIONS =
            List.of("users:manage", "teams:manage", "roles:manage", "ai:manage");
    private static final List<String> AVAILABILITIES =
            List.of("online", "away", "offline", "away_manual", "away_and_reassigning");
    private static final Map<String, Integer> FAILURES =
            Map.of("InputException", 400, "NotFoundException", 404, "ConflictException", 409);

    private final String start;
    private final StaffModel model = new StaffModel();
    private final List<String> story = new ArrayList<>();
    private Client admin;

    StaffPlay(int number, Client admin) {
        this.start = "p" + number;
        this.admin = admin;
    }

    void perform(StaffAction action) {
        story.add(action.toString());
        telling(() -> {
            switch (action.what()) {
                case TAKE_IN -> takeIn(action);
                case REPLACE, CHANGE -> change(action);
                case DELETE_AGENT -> deleteAgent(action);
                case ISSUE_KEYS -> issue(action);
                case REVOKE_KEYS -> revoke(action);
                case SAY_AVAILABILITY -> say(action);
                case MAKE_TEAM, RENAME_TEAM -> team(action);
                case DELETE_TEAM -> delete("teams", model.teams, action, model::deleteTeam);
                case MAKE_ROLE, CHANGE_ROLE -> role(action);
                case DELETE_ROLE -> delete("roles", model.roles, action, model::deleteRole);
            }
        });
    }

    /** Compares all that there is, on a server that may be another one. */
    void compare(Client now) {
        admin = now;
        telling(() -> {
            model.agents
                    .keySet()
                    .forEach(id ->
                            assertThat(shown(admin.get("agents/" + id).data())).isEqualTo(model.shown(id)));
            model.agents.values().forEach(this::compareAuthority);
            model.lostKeys.forEach(
                    keys -> assertThat(admin.as(keys).get("agents/me").status()).isEqualTo(401));
            assertThat(mine(admin.get("teams").data())).isEqualTo(new TreeSet<>(model.teams.values()));
            assertThat(mine(admin.get("roles").data()))
                    .isEqualTo(new TreeSet<>(
                            model.roles.values().stream().map(role -> role.name).toList()));
        });
    }

    private void compareAuthority(Member agent) {
        if (agent.keys == null) {
            return;
        }
        Client client = admin.as(agent.keys);
        Set<String> permissions = model.permissions(agent);
        assertThat(client.get("agents/me").status()).isEqualTo(agent.enabled ? 200 : 401);
        assertThat(client.get("agents").status())
                .isEqualTo(!agent.enabled ? 401 : permissions.contains("users:manage") ? 200 : 403);
        assertThat(client.get("teams").status())
                .isEqualTo(!agent.enabled ? 401 : permissions.contains("teams:manage") ? 200 : 403);
    }

    private void takeIn(StaffAction action) {
        Map<String, Object> body = agentBody(action);
        List<Long> roles = chosen(model.roles, action);
        String failure =
                roles.isEmpty() ? "InputException" : model.isEmailTaken(email(action), 0) ? "ConflictException" : null;
        Reply reply = admin.post("agents", JSON.writeValueAsString(body));
        if (agrees(reply, failure)) {
            Member agent = new Member();
            write(agent, action, roles, true);
            model.agents.put(reply.id(), agent);
            assertThat(shown(reply.data())).isEqualTo(model.shown(reply.id()));
        }
    }

    private void change(StaffAction action) {
        Long id = pick(model.agents, action);
        boolean whole = action.what() == StaffAction.What.REPLACE;
        Map<String, Object> body = agentBody(action);
        if (!whole) {
            body.keySet().retainAll(action.which() % 2 == 0 ? List.of("email") : List.of("roles", "teams"));
        }
        List<Long> roles = chosen(model.roles, action);
        String failure = null;
        if (id == null) {
            failure = "NotFoundException";
        } else if (body.containsKey("roles") && roles.isEmpty()) {
            failure = "InputException";
        } else if (body.containsKey("email") && model.isEmailTaken(email(action), id)) {
            failure = "ConflictException";
        }
        Reply reply = admin.send(whole ? "PUT" : "PATCH", "agents/" + known(id), JSON.writeValueAsString(body));
        if (agrees(reply, failure)) {
            Member agent = model.agents.get(id);
            if (whole) {
                write(agent, action, roles, false);
            } else if (body.containsKey("email")) {
                agent.email = email(action);
            } else {
                assign(agent, action, roles);
            }
            assertThat(shown(reply.data())).isEqualTo(model.shown(id));
        }
    }

    private void deleteAgent(StaffAction action) {
        delete("agents", model.agents, action, id -> {
            model.loseKeys(model.agents.get(id));
            model.agents.remove(id);
        });
    }

    private void issue(StaffAction action) {
        Long id = pick(model.agents, action);
        Reply reply = admin.post("agents/" + known(id) + "/api-key", "");
        if (agrees(reply, id == null ? "NotFoundException" : null)) {
            Member agent = model.agents.get(id);
            model.loseKeys(agent);
            agent.keys = reply.data().get("api_key").asString() + ":"
                    + reply.data().get("api_secret").asString();
        }
    }

    private void revoke(StaffAction action) {
        Long id = pick(model.agents, action);
        if (agrees(admin.delete("agents/" + known(id) + "/api-key"), id == null ? "NotFoundException" : null)) {
            model.loseKeys(model.agents.get(id));
        }
    }

    private void say(StaffAction action) {
        Long id = pick(model.agents, action);
        Member agent = id == null ? null : model.agents.get(id);
        if (agent == null || agent.keys == null || !agent.enabled) {
            return;
        }
        String wanted = AVAILABILITIES.get(action.choice() % AVAILABILITIES.size());
        boolean idle = action.name() % 2 == 0;
        Reply reply = admin.as(agent.keys)
                .put(
                        "agents/me/availability",
                        "{\"status\":\"" + wanted + "\"" + (idle ? ",\"source\":\"idle\"" : "") + "}");
        agrees(reply, null);
        if (!idle || !agent.availability.startsWith("away_")) {
            agent.availability = wanted;
        }
        assertThat(shown(reply.data())).isEqualTo(model.shown(id));
    }

    private void team(StaffAction action) {
        boolean making = action.what() == StaffAction.What.MAKE_TEAM;
        Long id = making ? Long.valueOf(0) : pick(model.teams, action);
        String failure =
                id == null ? "NotFoundException" : model.isTeamNameTaken(name(action), id) ? "ConflictException" : null;
        String body = "{\"name\":\"" + name(action) + "\",\"conversation_assignment_type\":\"Manual\"}";
        Reply reply = making ? admin.post("teams", body) : admin.put("teams/" + known(id), body);
        if (agrees(reply, failure)) {
            model.teams.put(reply.id(), name(action));
        }
    }

    private void role(StaffAction action) {
        boolean making = action.what() == StaffAction.What.MAKE_ROLE;
        Long id = making ? Long.valueOf(0) : pick(model.roles, action);
        List<String> permissions = IntStream.range(0, PERMISSIONS.size())
                .filter(bit -> (action.choice() >> bit & 1) == 1)
                .mapToObj(PERMISSIONS::get)
                .toList();
        String failure = null;
        if (id == null) {
            failure = "NotFoundException";
        } else if (permissions.isEmpty()) {
            failure = "InputException";
        } else if (model.isRoleNameTaken(name(action), id)) {
            failure = "ConflictException";
        }
        String body = JSON.writeValueAsString(Map.of("name", name(action), "permissions", permissions));
        Reply reply = making ? admin.post("roles", body) : admin.put("roles/" + known(id), body);
        if (agrees(reply, failure)) {
            Part role = new Part();
            role.name = name(action);
            role.permissions.addAll(permissions);
            model.roles.put(reply.id(), role);
        }
    }

    private void delete(String kind, SortedMap<Long, ?> things, StaffAction action, Consumer<Long> deletion) {
        Long id = pick(things, action);
        if (agrees(admin.delete(kind + "/" + known(id)), id == null ? "NotFoundException" : null)) {
            deletion.accept(id);
        }
    }

    /** Whether it took effect, as the model says; fails when they do not agree. */
    private boolean agrees(Reply reply, @Nullable String failure) {
        story.add("  # " + reply.status() + " " + reply.body());
        assertThat(reply.json().path("error_type").asString("none")).isEqualTo(failure == null ? "none" : failure);
        assertThat(reply.status()).isEqualTo(failure == null ? 200 : FAILURES.get(failure));
        return failure == null;
    }

    private Map<String, Object> agentBody(StaffAction action) {
        Map<String, Object> body = new HashMap<>();
        body.put("email", email(action));
        body.put("first_name", "First " + action.name());
        body.put("last_name", action.choice() % 2 == 0 ? "" : "Last");
        body.put(
                "roles",
                chosen(model.roles, action).stream()
                        .map(id -> model.roles.get(id).name)
                        .toList());
        body.put(
                "teams",
                chosen(model.teams, action).stream().map(model.teams::get).toList());
        if (action.name() % 2 == 0) {
            body.put("enabled", true);
        }
        return body;
    }

    private void write(Member agent, StaffAction action, List<Long> roles, boolean enabledOtherwise) {
        agent.email = email(action);
        agent.firstName = "First " + action.name();
        agent.lastName = action.choice() % 2 == 0 ? "" : "Last";
        agent.enabled = action.name() % 2 == 0 || enabledOtherwise;
        assign(agent, action, roles);
    }

    private void assign(Member agent, StaffAction action, List<Long> roles) {
        agent.roles.clear();
        agent.roles.addAll(roles);
        agent.teams.clear();
        agent.teams.addAll(chosen(model.teams, action));
    }

    /** Those whose place is a bit that is set. */
    private static List<Long> chosen(SortedMap<Long, ?> things, StaffAction action) {
        List<Long> ids = List.copyOf(things.keySet());
        return IntStream.range(0, Math.min(ids.size(), 5))
                .filter(bit -> (action.choice() >> bit & 1) == 1)
                .mapToObj(ids::get)
                .toList();
    }

    /** One of the things; sometimes one that there is not. */
    private static @Nullable Long pick(SortedMap<Long, ?> things, StaffAction action) {
        return action.which() == 11 || things.isEmpty()
                ? null
                : List.copyOf(things.keySet()).get(action.which() % things.size());
    }

    private static long known(@Nullable Long id) {
        return id == null ? 999_999_999 : id;
    }

    private String email(StaffAction action) {
        return start + "-" + action.name() + "@example.com";
    }

    private String name(StaffAction action) {
        return start + " " + action.name();
    }

    private Set<String> mine(JsonNode things) {
        Set<String> names = new TreeSet<>();
        things.forEach(thing -> {
            if (thing.get("name").asString().startsWith(start + " ")) {
                names.add(thing.get("name").asString());
            }
        });
        return names;
    }

    private static Map<String, Object> shown(JsonNode agent) {
        Map<String, Object> shown = new HashMap<>();
        for (String text : List.of("email", "first_name", "last_name", "availability_status", "api_key")) {
            shown.put(text, agent.get(text).asString(""));
        }
        shown.put("enabled", agent.get("enabled").asBoolean());
        shown.put(
                "roles",
                agent.get("roles").valueStream().map(JsonNode::asString).toList());
        shown.put(
                "permissions",
                agent.get("permissions").valueStream().map(JsonNode::asString).toList());
        shown.put(
                "teams",
                agent.get("teams")
                        .valueStream()
                        .map(team -> team.get("name").asString())
                        .toList());
        return shown;
    }

    private void telling(Runnable check) {
        try {
            check.run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(String.join("\n", story) + "\n\n" + e.getMessage(), e);
        }
    }
}
