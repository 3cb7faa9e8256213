package dev.patchbay.server.contract;

import static dev.patchbay.server.contract.Staff.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.rest.agent.AvailabilitySweep;
import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.Rush;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedServer.class)
class AgentsIT {

    private final Client admin = Staff.admin();

    @Test
    void is_taken_in_as_the_documentation_of_the_seed_has_it() {
        String team = Staff.team();
        String email = Staff.email();

        Reply reply = admin.post("agents", """
                {
                  "first_name": "John",
                  "last_name": "Doe",
                  "email": "%s",
                  "role": "Agent",
                  "teams": ["%s"],
                  "enabled": true,
                  "send_welcome_email": false
                }""".formatted(email, team));

        long id = reply.id();
        String at = reply.data().get("created_at").asString();
        long teamId = reply.data().get("teams").get(0).get("id").asLong();
        assertThat(reply.body())
                .isEqualTo(("{'status':'success','data':{'id':" + id + ",'created_at':'" + at + "','updated_at':'" + at
                                + "','first_name':'John','last_name':'Doe','email':'" + email
                                + "','type':'agent','availability_status':'offline','phone_number_calling_code':null,"
                                + "'phone_number':null,'avatar_url':null,'enabled':true,'last_active_at':null,"
                                + "'last_login_at':null,'roles':['Agent'],'permissions':['conversations:read',"
                                + "'conversations:read_all','conversations:read_assigned','conversations:read_team_all',"
                                + "'conversations:read_team_inbox','conversations:read_unassigned',"
                                + "'conversations:update_priority','conversations:update_status','conversations:update_tags',"
                                + "'conversations:update_team_assignee','conversations:update_user_assignee',"
                                + "'messages:read','messages:write','view:manage'],'custom_attributes':{},'teams':[{'id':"
                                + teamId + ",'name':'" + team + "','emoji':null}],'api_key':null,"
                                + "'api_key_last_used_at':null}}")
                        .replace('\'', '"'));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(admin.get("agents/" + id).body()).isEqualTo(reply.body());
    }

    @Test
    void is_taken_in_with_a_form() {
        String email = Staff.email();

        Reply reply = admin.post(
                "agents",
                "first_name=Zo%C3%AB&email=" + email + "&roles=Agent&roles=Admin&enabled=false",
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.data().get("first_name").asString()).isEqualTo("Zo\u00eb");
        assertThat(reply.data().get("last_name").asString()).isEmpty();
        assertThat(reply.data().get("roles").toString()).isEqualTo("[\"Admin\",\"Agent\"]");
        assertThat(reply.data().get("enabled").asBoolean()).isFalse();
    }

    @Test
    void has_an_address_in_lower_case_that_nobody_else_has_until_it_is_deleted() {
        String email = Staff.email();
        String body =
                "{\"first_name\":\"A\",\"role\":\"Agent\",\"email\":\"  " + email.replace("agent", "AGENT") + " \"}";
        Reply first = Staff.made(admin.post("agents", body));
        assertThat(first.data().get("email").asString()).isEqualTo(email);

        assertFailure(admin.post("agents", body), 409, "ConflictException", "User with same email already exists");
        assertFailure(
                admin.patch("agents/" + Staff.agent("Agent"), "{\"email\":\"" + email + "\"}"),
                409,
                "ConflictException",
                "User with same email already exists");

        assertThat(admin.delete("agents/" + first.id()).body()).isEqualTo("{\"status\":\"success\",\"data\":true}");
        Staff.made(admin.post("agents", body));
    }

    @Test
    void is_one_however_many_ask_at_once() throws Exception {
        String email = Staff.email();
        String body = "{\"first_name\":\"A\",\"role\":\"Agent\",\"email\":\"" + email + "\"}";

        List<Integer> statuses = Rush.of(8, i -> admin.post("agents", body).status());

        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "not json | Error parsing request",
                "[] | Error parsing request",
                "{} | `email` empty",
                "{'email':'  '} | `email` empty",
                "{'email':null} | `email` empty",
                "{'email':'nobody'} | Invalid email address",
                "{'email':'Ada <ada@example.com>'} | Invalid email address",
                "{'email':'ada@example.com'} | `role` empty",
                "{'email':'ada@example.com','roles':null} | `role` empty",
                "{'email':'ada@example.com','roles':[]} | `role` empty",
                "{'email':'ada@example.com','roles':['Agent']} | `first_name` empty",
                "{'email':'ada@example.com','roles':['Agent'],'first_name':'  '} | `first_name` empty",
                "{'email':'ada@example.com','roles':['agent'],'first_name':'Ada'} | Invalid role(s): agent",
                "{'email':'ada@example.com','roles':['Agent','X','Y'],'first_name':'Ada'} | Invalid role(s): X, Y",
                "{'email':'ada@example.com','role':'Agent','roles':['X'],'first_name':'Ada'} | Invalid role(s): X",
                "{'email':'ada@example.com','role':'Agent','teams':['X'],'first_name':'Ada'} | Invalid team(s): X",
                "{'email':'ada@example.com','role':'Agent','first_name':1} | Invalid `first_name`",
                "{'email':1} | Invalid `email`",
                "{'email':'ada@example.com','roles':'Agent','first_name':'Ada'} | Invalid `roles`",
                "{'email':'ada@example.com','role':'Agent','first_name':'Ada','enabled':'yes'} | Invalid `enabled`",
                "{'email':'ada@example.com','role':'Agent','first_name':'Ada','availability_status':'busy'}"
                        + " | Invalid `availability_status`"
            })
    void is_not_taken_in_when_something_is_wrong(String body, String message) {
        assertFailure(admin.post("agents", body.replace('\'', '"')), 400, "InputException", message);
    }

    @Test
    void is_not_taken_in_with_a_name_that_is_too_long() {
        assertFailure(
                admin.post(
                        "agents",
                        "{\"email\":\"a@example.com\",\"role\":\"Agent\",\"first_name\":\"" + "x".repeat(141) + "\"}"),
                400,
                "InputException",
                "Invalid `first_name`: is too long (maximum is 140 characters)");
    }

    @Test
    void is_listed_with_the_last_changed_first() {
        long one = Staff.agent("Agent");
        long other = Staff.agent("Agent");
        admin.patch("agents/" + one, "{\"first_name\":\"Zed\"}");

        Reply list = admin.get("agents");
        assertThat(Answers.ids(list.data())).startsWith(one, other);
        assertThat(list.data().get(0).propertyNames())
                .containsExactly(
                        "id",
                        "type",
                        "first_name",
                        "last_name",
                        "email",
                        "enabled",
                        "avatar_url",
                        "external_user_id",
                        "availability_status",
                        "created_at",
                        "updated_at");
        assertThat(Answers.ids(Staff.as(one).get("agents/compact").data()))
                .contains(one, other)
                .isSorted();
    }

    @Test
    void is_replaced_by_what_is_sent_and_nothing_else() {
        String team = Staff.team();
        Reply made = Staff.made(admin.post("agents", """
                {"first_name": "Ada", "last_name": "L", "email": "%s", "roles": ["Agent"], "teams": ["%s"]}""".formatted(Staff.email(), team)));
        String email = made.data().get("email").asString();

        Reply replaced = admin.put("agents/" + made.id(), """
                {"first_name": "Augusta", "email": "%s", "roles": ["Admin"]}""".formatted(email));

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.data().get("first_name").asString()).isEqualTo("Augusta");
        assertThat(replaced.data().get("last_name").asString()).isEmpty();
        assertThat(replaced.data().get("enabled").asBoolean()).isFalse();
        assertThat(replaced.data().get("teams").toString()).isEqualTo("[]");
        assertThat(replaced.data().get("roles").toString()).isEqualTo("[\"Admin\"]");
        assertThat(replaced.data().get("availability_status").asString()).isEqualTo("offline");
        assertFailure(
                admin.put("agents/" + made.id(), "{\"first_name\":\"A\",\"email\":\"" + email + "\"}"),
                400,
                "InputException",
                "`role` empty");
    }

    @Test
    void is_changed_only_where_something_is_sent() {
        Reply made = Staff.made(admin.post("agents", """
                {"first_name": "Ada", "last_name": "L", "email": "%s", "roles": ["Agent"], "teams": ["%s"]}""".formatted(Staff.email(), Staff.team())));

        Reply changed =
                admin.patch("agents/" + made.id(), "{\"last_name\":\"King\",\"availability_status\":\"away_manual\"}");

        assertThat(changed.data().get("first_name").asString()).isEqualTo("Ada");
        assertThat(changed.data().get("last_name").asString()).isEqualTo("King");
        assertThat(changed.data().get("availability_status").asString()).isEqualTo("away_manual");
        assertThat(changed.data().get("enabled").asBoolean()).isTrue();
        assertThat(changed.data().get("teams")).isEqualTo(made.data().get("teams"));
        assertThat(changed.data().get("roles")).isEqualTo(made.data().get("roles"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "1.0", "99999999999999999999", "me/x/y"})
    void is_not_found_under_what_is_no_number(String id) {
        if (!id.contains("/")) {
            assertFailure(admin.get("agents/" + id), 400, "InputException", "`id` empty");
            assertFailure(admin.put("agents/" + id, "{}"), 400, "InputException", "`id` empty");
        } else {
            assertFailure(admin.get("agents/" + id), 404, "GeneralException", "Route not found");
        }
    }

    @Test
    void is_not_found_when_there_is_none() {
        assertFailure(admin.get("agents/999999"), 404, "NotFoundException", "User not found");
        assertFailure(admin.put("agents/999999", "{}"), 404, "NotFoundException", "User not found");
        assertFailure(admin.patch("agents/999999", "{}"), 404, "NotFoundException", "User not found");
        assertFailure(admin.post("agents/999999/api-key", ""), 404, "NotFoundException", "User not found");
        assertFailure(admin.delete("agents/999999/api-key"), 404, "NotFoundException", "User not found");
        assertFailure(admin.delete("agents/999999"), 404, "NotFoundException", "Not found");
    }

    @Test
    void is_gone_once_it_is_deleted_and_cannot_be_oneself() {
        long id = Staff.agent("Admin");
        Client agent = Staff.as(id);
        assertFailure(agent.delete("agents/" + id), 400, "InputException", "You cannot delete yourself");

        Staff.made(admin.delete("agents/" + id));

        assertFailure(admin.get("agents/" + id), 404, "NotFoundException", "User not found");
        assertFailure(admin.delete("agents/" + id), 404, "NotFoundException", "Not found");
        assertFailure(agent.get("agents/me"), 401, "GeneralException", "Invalid credential");
        assertThat(Answers.ids(admin.get("agents").data())).doesNotContain(id);
    }

    @Test
    void has_one_pair_of_keys_that_works_from_its_answer_until_another_takes_its_place() {
        long id = Staff.agent("Agent");
        Client first = Staff.as(id);
        assertThat(first.get("agents/me").id()).isEqualTo(id);
        Reply shown = admin.get("agents/" + id);
        assertThat(first.key())
                .startsWith(shown.data().get("api_key").asString() + ":")
                .hasSize(97);
        assertThat(shown.data().get("api_key_last_used_at").isNull()).isFalse();

        Client second = Staff.as(id);
        assertThat(admin.get("agents/" + id).data().get("api_key_last_used_at").isNull())
                .isTrue();

        assertFailure(first.get("agents/me"), 401, "GeneralException", "Invalid credential");
        assertThat(second.get("agents/me").status()).isEqualTo(200);
        Staff.made(admin.delete("agents/" + id + "/api-key"));
        Staff.made(admin.delete("agents/" + id + "/api-key"));
        assertFailure(second.get("agents/me"), 401, "GeneralException", "Invalid credential");
        assertThat(admin.get("agents/" + id).data().get("api_key").isNull()).isTrue();
    }

    @Test
    void is_shut_out_while_disabled() {
        long id = Staff.agent("Agent");
        Client agent = Staff.as(id);

        admin.patch("agents/" + id, "{\"enabled\":false}");
        assertFailure(agent.get("agents/me"), 401, "GeneralException", "Invalid credential");

        admin.patch("agents/" + id, "{\"enabled\":true}");
        assertThat(agent.get("agents/me").status()).isEqualTo(200);
    }

    @Test
    void sees_and_says_something_of_itself() {
        String team = Staff.team();
        Reply made = Staff.made(admin.post("agents", """
                {"first_name": "Ada", "email": "%s", "role": "Agent", "teams": ["%s"]}""".formatted(Staff.email(), team)));
        Client agent = Staff.as(made.id());

        assertThat(Answers.texts(agent.get("agents/me/teams").data(), "name")).containsExactly(team);
        assertThat(availability(agent, "{\"status\":\"online\"}")).isEqualTo("online");
        assertThat(availability(agent, "{\"status\":\"away\",\"source\":\"idle\"}"))
                .isEqualTo("away");
        assertThat(availability(agent, "{\"status\":\"away_manual\"}")).isEqualTo("away_manual");
        assertThat(availability(agent, "{\"status\":\"online\",\"source\":\"idle\"}"))
                .isEqualTo("away_manual");
        assertFailure(
                agent.put("agents/me/availability", "{\"status\":\"busy\"}"),
                400,
                "InputException",
                "Invalid `status`");
        assertFailure(agent.get("agents"), 403, "PermissionException", "Permission denied");
    }

    @Test
    void goes_offline_after_five_minutes_without_a_word() {
        long silent = Staff.agent("Agent");
        long busy = Staff.agent("Agent");
        long idle = Staff.agent("Agent");
        long reassigning = Staff.agent("Agent");
        long away = Staff.agent("Agent");
        Client client = Staff.as(busy);
        admin.patch("agents/" + silent, "{\"availability_status\":\"online\"}");
        admin.patch("agents/" + reassigning, "{\"availability_status\":\"away_and_reassigning\"}");
        admin.patch("agents/" + away, "{\"availability_status\":\"away_manual\"}");
        Client dozing = Staff.as(idle);
        dozing.put("agents/me/availability", "{\"status\":\"away\",\"source\":\"idle\"}");
        client.put("agents/me/availability", "{\"status\":\"online\"}");
        Instant now = Instant.now();

        AvailabilitySweep sweep = SharedServer.part(AvailabilitySweep.class);
        sweep.sweep(now.plus(Duration.ofMinutes(4)));
        assertThat(shownAvailability(silent)).isEqualTo("offline");
        assertThat(shownAvailability(busy)).isEqualTo("online");
        assertThat(shownAvailability(idle)).isEqualTo("away");

        sweep.sweep(now.plus(Duration.ofMinutes(6)));
        assertThat(shownAvailability(busy)).isEqualTo("offline");
        assertThat(shownAvailability(idle)).isEqualTo("offline");
        assertThat(shownAvailability(away)).isEqualTo("away_manual");
        assertThat(shownAvailability(reassigning)).isEqualTo("away_and_reassigning");
        assertThat(SharedServer.log().ofStream("agent-" + busy))
                .filteredOn(event -> event.type().equals("AvailabilityChanged"))
                .last()
                .satisfies(event -> {
                    assertThat(event.payload()).contains("\"offline\"");
                    assertThat(event.text("actor_kind")).isEqualTo("system");
                });
    }

    @Test
    void keeps_the_guarantees_of_the_other_api() {
        String body = """
                {"first_name": "Ada", "email": "%s", "role": "Agent"}""".formatted(Staff.email());
        String key = "agents-" + Staff.email();
        Reply first = admin.post("agents", body, "Idempotency-Key", key);
        Reply again = admin.post("agents", body, "Idempotency-Key", key);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).hasValue("true");
        assertThat(again.position()).isEqualTo(first.position());
        assertFailure(
                admin.post("agents", "{}", "Idempotency-Key", key),
                422,
                "DataException",
                "Idempotency-Key was used for another request");

        String path = "agents/" + first.id();
        Reply read = admin.get(path);
        assertThat(admin.get(path, "If-None-Match", read.etag()).status()).isEqualTo(304);
        Staff.made(admin.patch(path, "{\"last_name\":\"B\"}", "If-Match", read.etag()));
        Reply stale = admin.patch(path, "{\"last_name\":\"C\"}", "If-Match", read.etag());
        assertFailure(stale, 412, "ConflictException", "Precondition failed");
        assertThat(stale.etag()).isEqualTo(admin.get(path).etag());
        Reply refused = admin.post("agents", body, "Idempotency-Key", key + "2");
        assertFailure(refused, 409, "ConflictException", "User with same email already exists");
        Staff.made(admin.delete(path));
        Reply free = Staff.made(admin.post("agents", body, "Idempotency-Key", key + "2"));
        assertThat(free.header("Idempotent-Replayed")).isEmpty();
    }

    @Test
    void shows_the_same_pair_of_keys_again_only_to_whom_it_was_shown() {
        long id = Staff.agent("Admin");
        Client agent = Staff.as(id);
        String path = "agents/" + id + "/api-key";

        Reply byAdmin = admin.post(path, "", "Idempotency-Key", "pair " + id);
        assertThat(admin.post(path, "", "Idempotency-Key", "pair " + id).body()).isEqualTo(byAdmin.body());
        assertFailure(agent.get("agents/me"), 401, "GeneralException", "Invalid credential");

        Client renewed = admin.as(byAdmin.data().get("api_key").asString() + ":"
                + byAdmin.data().get("api_secret").asString());
        Reply own = Staff.made(renewed.post(path, "", "Idempotency-Key", "own " + id));
        Client last = admin.as(own.data().get("api_key").asString() + ":"
                + own.data().get("api_secret").asString());
        assertFailure(
                last.post(path, "", "Idempotency-Key", "own " + id),
                409,
                "ConflictException",
                "The secret was shown once and cannot be shown again");
        assertThat(last.get("agents/me").status()).isEqualTo(200);
    }

    @Test
    void leaves_its_own_name_on_what_it_did() {
        long id = Staff.agent("Admin");

        Reply made = Staff.made(Staff.as(id)
                .post(
                        "teams",
                        "{\"name\":\"" + Staff.name("Team") + "\",\"conversation_assignment_type\":\"Manual\"}",
                        "X-Request-Id",
                        "made by " + id,
                        "Patchbay-Reason",
                        "new people"));

        assertThat(made.status()).isEqualTo(200);
        assertThat(SharedServer.log().ofRequest("made by " + id)).isNotEmpty().allSatisfy(event -> {
            assertThat(event.text("actor_kind")).isEqualTo("agent");
            assertThat(event.number("actor_id")).isEqualTo(id);
            assertThat(event.text("reason")).isEqualTo("new people");
        });
    }

    @Test
    void keeps_what_one_changed_while_another_changed_something_else() {
        String agent = "agents/" + Staff.agent("Agent");
        String role = "roles/"
                + Staff.made(admin.post(
                                "roles", "{\"name\":\"" + Staff.name("Role") + "\",\"permissions\":[\"sla:manage\"]}"))
                        .id();
        for (int round = 0; round < 20; round++) {
            String permission = round % 2 == 0 ? "ai:manage" : "sla:manage";
            List<Supplier<Reply>> changes = List.of(
                    change(agent, "first_name", "First " + round),
                    change(agent, "last_name", "Last " + round),
                    change(role, "description", "Round " + round),
                    () -> admin.patch(role, "{\"permissions\":[\"" + permission + "\"]}"));

            Rush.of(changes.size(), which -> Staff.made(changes.get(which).get()));

            assertThat(admin.get(agent).data().get("first_name").asString()).isEqualTo("First " + round);
            assertThat(admin.get(agent).data().get("last_name").asString()).isEqualTo("Last " + round);
            assertThat(admin.get(role).data().get("description").asString()).isEqualTo("Round " + round);
            assertThat(admin.get(role).data().get("permissions").toString()).isEqualTo("[\"" + permission + "\"]");
        }
    }

    private Supplier<Reply> change(String path, String name, String value) {
        return () -> admin.patch(path, "{\"" + name + "\":\"" + value + "\"}");
    }

    private static String availability(Client agent, String body) {
        return Staff.made(agent.put("agents/me/availability", body))
                .data()
                .get("availability_status")
                .asString();
    }

    /** As soon as the views show all that was decided, by whomever. */
    private String shownAvailability(long id) {
        String head = Long.toString(SharedServer.log().head());
        return admin.get("agents/" + id, "Patchbay-Min-Position", head)
                .data()
                .get("availability_status")
                .asString();
    }
}
