package dev.patchbay.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.model.StaffAction.What;
import dev.patchbay.server.model.StaffModel.Member;
import dev.patchbay.server.model.StaffModel.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Agents, teams and roles on the server, next to their model; names are of one play only. */
final class StaffPlay {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> PERMISSIONS =
            List.of("users:manage", "teams:manage", "roles:manage", "ai:manage");
    private static final List<String> AVAILABILITIES =
            List.of("online", "away", "offline", "away_manual", "away_and_reassigning");
    private static final List<List<String>> PARTS = List.of(
            List.of("email"),
            List.of("roles", "teams"),
            List.of("first_name"),
            List.of("last_name", "teams"),
            List.of("enabled"),
            List.of("availability_status"));
    private static final Map<String, Integer> FAILURES = Map.of(
            "InputException", 400,
            "GeneralException", 401,
            "PermissionException", 403,
            "NotFoundException", 404,
            "ConflictException", 409);
    private static final int NONE = 11;
    private static final int BUILT_IN = 10;
    private static final long ADMIN_ROLE = 1;

    private final String start;
    private final Stage stage;
    private final long activitiesBefore;
    private final StaffModel model = new StaffModel();
    private final List<String> story = new ArrayList<>();
    private final Map<String, Long> deleted = new HashMap<>();

    /** Where it is played. */
    interface Stage {
        Client admin();

        Instant now();

        /** Time goes by, on the server and in the models of all plays, and who is gone is looked for. */
        void pass(Duration time);
    }

    StaffPlay(int number, Stage stage) {
        this.start = "p" + number;
        this.stage = stage;
        this.activitiesBefore = StaffReads.activities(stage.admin());
        for (What what : List.of(What.MAKE_ROLE, What.MAKE_TEAM, What.TAKE_IN, What.ISSUE_KEYS)) {
            perform(new StaffAction(what, 0, 0, 15, StaffAction.ADMINISTRATOR));
        }
    }

    /** Does it, and compares all that there is. */
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
                case LET_TIME_PASS -> stage.pass(Duration.ofMinutes(action.choice() % 2 == 0 ? 4 : 6));
                case MAKE_TEAM, RENAME_TEAM -> team(action);
                case DELETE_TEAM -> delete("teams", model.teams, action, "teams:manage", model::deleteTeam);
                case MAKE_ROLE, CHANGE_ROLE -> role(action);
                case DELETE_ROLE -> delete("roles", model.roles, action, "roles:manage", model::deleteRole);
            }
        });
        compare();
        telling(() -> assertThat(StaffReads.activities(stage.admin()) - activitiesBefore)
                .as("activities")
                .isEqualTo(model.activities));
    }

    void compare() {
        telling(() -> new StaffReads(stage.admin(), model, start).compare(stage.now()));
    }

    void sweep(Instant now) {
        model.sweep(now);
    }

    private void takeIn(StaffAction action) {
        List<Long> roles = chosen(model.roles, action);
        Map<String, Object> body = agentBody(action);
        String failure =
                roles.isEmpty() ? "InputException" : model.isEmailTaken(email(action), 0) ? "ConflictException" : null;
        Reply reply = send(action, "POST", "agents", body);
        if (agrees(reply, action, "users:manage", failure)) {
            Member agent = new Member();
            agent.email = email(action);
            agent.firstName = firstName(action);
            agent.lastName = lastName(action);
            agent.enabled = isEnabled(action) || !body.containsKey("enabled");
            agent.roles.addAll(roles);
            agent.teams.addAll(chosen(model.teams, action));
            model.takeIn(reply.id(), agent);
            assertThat(StaffReads.shown(reply.data())).isEqualTo(model.shown(agent));
        }
    }

    private void change(StaffAction action) {
        Long id = pick(model.agents, action);
        boolean whole = action.what() == What.REPLACE;
        Map<String, Object> body = agentBody(action);
        if (whole) {
            body.remove("availability_status");
        } else {
            body.put("enabled", isEnabled(action));
            body.keySet().retainAll(PARTS.get(action.name()));
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
        Reply reply = send(action, whole ? "PUT" : "PATCH", path("agents", id), body);
        if (agrees(reply, action, "users:manage", failure)) {
            Member agent = model.agents.get(id);
            apply(agent, body, action, roles, whole);
            assertThat(StaffReads.shown(reply.data())).isEqualTo(model.shown(agent));
        }
    }

    private void apply(Member agent, Map<String, Object> body, StaffAction action, List<Long> roles, boolean whole) {
        if (body.containsKey("email")) {
            model.move(agent, email(action));
        }
        model.rename(
                agent,
                body.containsKey("first_name") ? firstName(action) : agent.firstName,
                body.containsKey("last_name") ? lastName(action) : agent.lastName);
        if (whole || body.containsKey("enabled")) {
            model.enable(agent, Boolean.TRUE.equals(body.get("enabled")));
        }
        if (body.containsKey("roles")) {
            model.assignRoles(agent, roles);
        }
        if (body.containsKey("teams")) {
            model.assignTeams(agent, chosen(model.teams, action));
        }
        if (body.containsKey("availability_status")) {
            model.say(agent, availability(action), false);
        }
    }

    private void deleteAgent(StaffAction action) {
        Long id = pick(model.agents, action);
        Long by = caller(action);
        String failure = id == null ? "NotFoundException" : id.equals(by) ? "InputException" : null;
        if (agrees(send(action, "DELETE", path("agents", id), null), action, "users:manage", failure)) {
            model.deleteAgent(id);
            deleted.put("agents", id);
        }
    }

    private void issue(StaffAction action) {
        Long id = pick(model.agents, action);
        Reply reply = send(action, "POST", path("agents", id) + "/api-key", null);
        if (agrees(reply, action, "users:manage", id == null ? "NotFoundException" : null)) {
            model.issue(
                    model.agents.get(id),
                    reply.data().get("api_key").asString() + ":"
                            + reply.data().get("api_secret").asString());
        }
    }

    private void revoke(StaffAction action) {
        Long id = pick(model.agents, action);
        Reply reply = send(action, "DELETE", path("agents", id) + "/api-key", null);
        if (agrees(reply, action, "users:manage", id == null ? "NotFoundException" : null)) {
            model.revoke(model.agents.get(id));
        }
    }

    private void say(StaffAction action) {
        SortedMap<Long, Member> able = model.holders();
        able.values().removeIf(agent -> !agent.enabled);
        Long id = pick(able, action);
        if (id == null) {
            return;
        }
        Member agent = model.agents.get(id);
        boolean idle = action.name() % 2 == 0;
        Reply reply = stage.admin()
                .as(String.valueOf(agent.keys))
                .put(
                        "agents/me/availability",
                        "{\"status\":\"" + availability(action) + "\"" + (idle ? ",\"source\":\"idle\"" : "") + "}");
        story.add("  # " + reply.status() + " " + reply.body());
        model.say(agent, availability(action), idle);
        assertThat(StaffReads.shown(reply.data())).isEqualTo(model.shown(agent));
    }

    private void team(StaffAction action) {
        boolean making = action.what() == What.MAKE_TEAM;
        Long id = making ? Long.valueOf(0) : pick(model.teams, action);
        String failure =
                id == null ? "NotFoundException" : model.isTeamNameTaken(name(action), id) ? "ConflictException" : null;
        Map<String, Object> body = Map.of("name", name(action), "conversation_assignment_type", "Manual");
        Reply reply = send(action, making ? "POST" : "PUT", making ? "teams" : path("teams", id), body);
        if (agrees(reply, action, "teams:manage", failure)) {
            model.name(reply.id(), name(action));
        }
    }

    private void role(StaffAction action) {
        boolean making = action.what() == What.MAKE_ROLE;
        Long id = making ? Long.valueOf(0) : pickRole(action);
        List<String> permissions = IntStream.range(0, PERMISSIONS.size())
                .filter(bit -> (action.choice() >> bit & 1) == 1)
                .mapToObj(PERMISSIONS::get)
                .toList();
        String failure = null;
        if (id == null) {
            failure = "NotFoundException";
        } else if (permissions.isEmpty() || id == ADMIN_ROLE) {
            failure = "InputException";
        } else if (model.isRoleNameTaken(name(action), id)) {
            failure = "ConflictException";
        }
        Map<String, Object> body = Map.of("name", name(action), "permissions", permissions);
        Reply reply = send(action, making ? "POST" : "PUT", making ? "roles" : path("roles", id), body);
        if (agrees(reply, action, "roles:manage", failure)) {
            Part role = model.roles.get(reply.id());
            if (role == null) {
                model.make(reply.id(), name(action), permissions);
            } else {
                model.change(role, name(action), permissions);
            }
        }
    }

    private void delete(
            String kind, SortedMap<Long, ?> things, StaffAction action, String permission, Consumer<Long> deletion) {
        Long id = kind.equals("roles") ? pickRole(action) : pick(things, action);
        String failure = null;
        if (id == null) {
            failure = "NotFoundException";
        } else if (!things.containsKey(id)) {
            failure = "InputException";
        }
        if (agrees(send(action, "DELETE", path(kind, id), null), action, permission, failure)) {
            deletion.accept(id);
            deleted.put(kind, id);
        }
    }

    /** Who asks; null for the administrator. */
    private @Nullable Long caller(StaffAction action) {
        List<Long> holders = List.copyOf(model.holders().keySet());
        return action.by() == StaffAction.ADMINISTRATOR || holders.isEmpty()
                ? null
                : holders.get(action.by() % holders.size());
    }

    private Reply send(StaffAction action, String method, String path, @Nullable Map<String, Object> body) {
        Long by = caller(action);
        Client client = by == null ? stage.admin() : stage.admin().as(String.valueOf(model.agents.get(by).keys));
        return client.send(method, path, body == null ? null : JSON.writeValueAsString(body));
    }

    /** Whether it took effect, as the model says; fails when they do not agree. */
    private boolean agrees(Reply reply, StaffAction action, String permission, @Nullable String otherwise) {
        story.add("  # " + reply.status() + " " + reply.body());
        String failure = otherwise;
        Long by = caller(action);
        if (by != null) {
            Member agent = model.agents.get(by);
            if (!agent.enabled) {
                failure = "GeneralException";
            } else if (!model.permissions(agent).contains(permission)) {
                failure = "PermissionException";
            }
        }
        assertThat(reply.json().path("error_type").asString("none")).isEqualTo(failure == null ? "none" : failure);
        assertThat(reply.status()).isEqualTo(failure == null ? 200 : FAILURES.get(failure));
        return failure == null;
    }

    private Map<String, Object> agentBody(StaffAction action) {
        Map<String, Object> body = new HashMap<>();
        body.put("email", email(action));
        body.put("first_name", firstName(action));
        body.put("last_name", lastName(action));
        body.put("availability_status", availability(action));
        body.put(
                "roles",
                chosen(model.roles, action).stream()
                        .map(id -> model.roles.get(id).name)
                        .toList());
        body.put(
                "teams",
                chosen(model.teams, action).stream().map(model.teams::get).toList());
        if (action.which() % 3 != 0) {
            body.put("enabled", isEnabled(action));
        }
        return body;
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
        return action.which() == NONE || things.isEmpty()
                ? null
                : List.copyOf(things.keySet()).get(action.which() % things.size());
    }

    private @Nullable Long pickRole(StaffAction action) {
        return action.which() == BUILT_IN ? Long.valueOf(ADMIN_ROLE) : pick(model.roles, action);
    }

    /** Where one of a kind is, or was, or never will be. */
    private String path(String kind, @Nullable Long id) {
        return kind + "/" + (id == null ? deleted.getOrDefault(kind, 999_999_999L) : id);
    }

    private String email(StaffAction action) {
        return start + "-" + action.name() + "@example.com";
    }

    private String name(StaffAction action) {
        return start + " " + action.name();
    }

    private static String firstName(StaffAction action) {
        return "First " + action.which();
    }

    private static String lastName(StaffAction action) {
        return action.choice() % 2 == 0 ? "" : "Last";
    }

    private static boolean isEnabled(StaffAction action) {
        return action.choice() % 4 != 0;
    }

    private static String availability(StaffAction action) {
        return AVAILABILITIES.get(action.choice() % AVAILABILITIES.size());
    }

    private void telling(Runnable check) {
        try {
            check.run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(String.join("\n", story) + "\n\n" + e.getMessage(), e);
        }
    }
}
