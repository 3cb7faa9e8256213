package dev.patchbay.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.class)
class UndoIT {

    private Tenant tenant;
    private Client client;

    @BeforeEach
    void open() {
        tenant = Tenant.open();
        client = tenant.client();
    }

    @Test
    void takes_back_all_that_a_request_changed_and_names_its_cause() {
        long id = tenant.operator("Jane Doe");
        Reply change = client.patch("/operators/" + id, "{\"name\": \"Jane Roe\", \"active\": false}");

        Reply undone = tenant.undo(change.position(), "X-Request-Id", "undoing", "Patchbay-Reason", "a mistake");

        assertThat(undone.body()).isEqualTo("{\"success\":true}");
        assertThat(client.get("/operators/" + id).data().get("name").asString()).isEqualTo("Jane Doe");
        assertThat(client.get("/operators/" + id).data().get("active").asBoolean())
                .isTrue();
        List<JsonNode> entries = entries("request_id=undoing&order=asc");
        assertThat(entries)
                .map(entry -> entry.get("type").asString())
                .containsExactly("OperatorRenamed", "OperatorActivated");
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.get("cause").toString())
                    .isEqualTo("{\"kind\":\"undo\",\"position\":" + change.position() + "}");
            assertThat(entry.get("reason").asString()).isEqualTo("a mistake");
        });
        assertThat(entries.getFirst().get("changes").toString())
                .isEqualTo("[{\"field\":\"name\",\"before\":\"Jane Roe\",\"after\":\"Jane Doe\"}]");
    }

    @Test
    void says_which_event_stands_in_the_way_and_changes_nothing() {
        long id = tenant.operator("Jane Doe");
        long first = client.patch("/operators/" + id, "{\"name\": \"Jane Roe\", \"email\": \"jane@example.com\"}")
                .position();
        long second =
                client.patch("/operators/" + id, "{\"name\": \"Jane Poe\"}").position();
        String before = client.get("/operators/" + id).body();

        Reply refused = client.post("/audit_events/" + first + "/undo", "{}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("error").asString())
                .isEqualTo("The operator " + id + " had its name changed since, by event " + second);
        assertThat(refused.json().at("/event/position").asLong()).isEqualTo(second);
        assertThat(refused.json().at("/event/type").asString()).isEqualTo("OperatorRenamed");
        assertThat(client.get("/operators/" + id).body()).isEqualTo(before);
    }

    @Test
    void says_what_it_would_do_and_leaves_no_event() {
        long id = tenant.operator("Jane Doe");
        long change =
                client.patch("/operators/" + id, "{\"name\": \"Jane Roe\"}").position();

        Reply planned = client.post("/audit_events/" + change + "/undo", "{\"dry_run\": true}");

        assertThat(planned.data().toString())
                .isEqualTo("{\"dry_run\":true,\"entities\":[{\"entity\":{\"type\":\"operator\",\"id\":" + id
                        + ",\"name\":\"Jane Roe\"},\"action\":\"change\",\"changes\":[{\"field\":\"name\","
                        + "\"before\":\"Jane Roe\",\"after\":\"Jane Doe\"}]}],\"left\":[]}");
        assertThat(client.get("/operators/" + id).position()).isEqualTo(planned.position());
        assertThat(entries("")).hasSameSizeAs(entries("to=@" + change));
    }

    @Test
    void brings_a_deleted_operator_back_with_its_attachments_and_links() {
        long number = tenant.number("Line");
        long other = tenant.operator("Anna");
        long id = tenant.operator("Jane Doe");
        long project = tenant.project("Support");
        client.post("/projects/" + project + "/operators", "{\"operator_id\": " + id + "}");
        client.put("/virtual_numbers/" + number + "/operators", "{\"operator_ids\": [" + id + "," + other + "]}");
        client.patch("/virtual_numbers/" + number, "{\"operators\": [{\"id\": " + id + ", \"ring_seconds\": 15}]}");
        List<String> before =
                tenant.data("/operators/" + id, "/virtual_numbers/" + number, "/projects/" + project + "/operators");
        long deletion = client.delete("/operators/" + id).position();

        tenant.undo(deletion);

        assertThat(tenant.data("/operators/" + id, "/virtual_numbers/" + number, "/projects/" + project + "/operators"))
                .isEqualTo(before);
    }

    @Test
    void brings_a_released_number_back_without_who_is_gone() {
        long number = tenant.number("Line");
        long gone = tenant.operator("Anna");
        long kept = tenant.operator("Jane Doe");
        client.put("/virtual_numbers/" + number + "/operators", "{\"operator_ids\": [" + gone + "," + kept + "]}");
        long release = tenant.entry(client.delete("/virtual_numbers/" + number));
        client.delete("/operators/" + gone);

        tenant.undo(release);

        assertThat(client.get("/virtual_numbers/" + number).data().get("operators"))
                .map(operator -> operator.get("id").asLong())
                .containsExactly(kept);
    }

    @Test
    void brings_no_number_back_that_somebody_else_holds() {
        Reply registered = client.post("/virtual_numbers", "{\"phone_number\": \"" + Tenant.phoneNumber() + "\"}");
        String phoneNumber = registered.data().get("phone_number").asString();
        long release = tenant.entry(client.delete("/virtual_numbers/" + registered.id()));
        Reply holder = client.post("/virtual_numbers", "{\"phone_number\": \"" + phoneNumber + "\"}");

        Reply refused = undo(release);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("error").asString())
                .isEqualTo("The virtual number " + holder.id() + " took the phone number since, by event "
                        + tenant.entry(holder));
        assertThat(refused.json().at("/event/type").asString()).isEqualTo("VirtualNumberRegistered");
        assertThat(client.get("/virtual_numbers/" + registered.id()).status()).isEqualTo(404);

        client.delete("/virtual_numbers/" + holder.id());
        Tenant.open().client().post("/virtual_numbers", "{\"phone_number\": \"" + phoneNumber + "\"}");
        Reply elsewhere = undo(release);

        assertThat(elsewhere.status()).isEqualTo(409);
        assertThat(elsewhere.json().get("error").asString())
                .isEqualTo("The virtual number " + registered.id()
                        + " does not come back: somebody else has its phone number");
        assertThat(elsewhere.json().get("event").isNull()).isTrue();
    }

    @Test
    void takes_away_what_was_made_unless_it_was_changed_since() {
        Reply made = client.post("/operators", "{\"name\": \"Jane Doe\", \"phone_number\": \"+15551234567\"}");
        Reply kept = client.post("/operators", "{\"name\": \"Anna\", \"phone_number\": \"+15551234567\"}");
        long renamed =
                client.patch("/operators/" + kept.id(), "{\"name\": \"Ann\"}").position();

        tenant.undo(made.position());
        Reply refused = client.post("/audit_events/" + kept.position() + "/undo", "{}");

        assertThat(client.get("/operators/" + made.id()).status()).isEqualTo(404);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/event/position").asLong()).isEqualTo(renamed);
    }

    @Test
    void merges_lists_that_were_changed_since() {
        long number = tenant.number("Line");
        List<Long> operators =
                Stream.of("A", "B", "C", "D").map(tenant::operator).toList();
        String path = "/virtual_numbers/" + number + "/operators";
        client.put(path, "{\"operator_ids\": [" + operators.get(0) + "," + operators.get(1) + "]}");
        long change = client.put(path, "{\"operator_ids\": [" + operators.get(1) + "," + operators.get(2) + "]}")
                .position();
        client.post("/virtual_numbers/" + number + "/add_operator", "{\"operator_id\": " + operators.get(3) + "}");

        tenant.undo(change);

        assertThat(client.get("/virtual_numbers/" + number).data().get("operators"))
                .map(operator -> operator.get("id").asLong())
                .containsExactly(operators.get(0), operators.get(1), operators.get(3));
    }

    @Test
    void brings_a_deleted_project_back_with_its_numbers_but_not_its_keys() {
        long project = tenant.project("Support");
        long number = tenant.number("Line");
        long operator = tenant.operator("Jane Doe");
        client.post("/projects/" + project + "/operators", "{\"operator_id\": " + operator + "}");
        client.post("/projects/" + project + "/virtual_numbers", "{\"virtual_number_id\": " + number + "}");
        Reply key = client.post(
                "/api_keys", "{\"name\": \"P\", \"permissions\": [\"read\"], \"project_id\": " + project + "}");
        List<String> before = tenant.data(
                "/operators/" + operator, "/virtual_numbers/" + number, "/projects/" + project + "/operators");
        long deletion = tenant.entry(client.delete("/projects/" + project));

        Reply planned = client.post("/audit_events/" + deletion + "/undo", "{\"dry_run\": true}");
        tenant.undo(deletion);

        assertThat(planned.data().at("/left/0/id").asLong()).isEqualTo(key.id());
        assertThat(tenant.data(
                        "/operators/" + operator, "/virtual_numbers/" + number, "/projects/" + project + "/operators"))
                .isEqualTo(before);
        assertThat(client.as(key.data().get("key").asString()).get("/operators").status())
                .isEqualTo(401);
    }

    @Test
    void happens_once_however_often_it_is_sent() {
        long id = tenant.operator("Jane Doe");
        long change =
                client.patch("/operators/" + id, "{\"name\": \"Jane Roe\"}").position();

        Reply first = tenant.undo(change, "Idempotency-Key", "undo-1");
        Reply again = tenant.undo(change, "Idempotency-Key", "undo-1");

        assertThat(again.header("Idempotent-Replayed")).contains("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(client.post("/audit_events/" + change + "/undo", "{}").status())
                .isEqualTo(409);
    }

    @Test
    void does_not_take_calls_back_and_needs_the_permission_for_what_it_takes_away() {
        long number = tenant.number("Line");
        Reply call = client.post(
                "/virtual_numbers/" + number + "/calls", "{\"direction\": \"inbound\", \"call_status\": \"missed\"}");
        Reply made = client.post("/operators", "{\"name\": \"Jane Doe\", \"phone_number\": \"+15551234567\"}");

        Reply never = client.post("/audit_events/" + call.position() + "/undo", "{}");
        Reply forbidden = tenant.with("write").post("/audit_events/" + made.position() + "/undo", "{}");

        assertThat(never.status()).isEqualTo(409);
        assertThat(never.json().get("error").asString()).isEqualTo("The call " + call.id() + " cannot be taken back");
        assertThat(forbidden.status()).isEqualTo(403);
        assertThat(forbidden.json().get("error").asString()).isEqualTo("Delete permission required");
        assertThat(client.post("/audit_events/999999999/undo", "{}").status()).isEqualTo(404);
    }

    @Test
    void takes_back_what_it_took_back_and_so_on() {
        long number = tenant.number("Line");
        long id = tenant.operator("Jane Doe");
        long project = tenant.project("Support");
        tenant.link(project, id);
        tenant.attach(number, id);
        String[] paths = {"/virtual_numbers/" + number, "/projects/" + project + "/operators", "/operators"};
        List<String> with = tenant.data(paths);
        Reply deletion = client.delete("/operators/" + id);
        List<String> without = tenant.data(paths);

        Reply undone = tenant.undo(tenant.entry(deletion));
        assertThat(tenant.data(paths)).isEqualTo(with);
        Reply redone = tenant.undo(tenant.entry(undone));
        assertThat(tenant.data(paths)).isEqualTo(without);
        tenant.undo(tenant.entry(redone));
        assertThat(tenant.data(paths)).isEqualTo(with);
    }

    @Test
    void takes_away_who_was_made_and_attached_at_once_and_brings_both_back() {
        long number = tenant.number("Line");
        String[] paths = {"/virtual_numbers/" + number, "/operators"};
        List<String> before = tenant.data(paths);
        Reply added = client.post(
                "/virtual_numbers/" + number + "/add_operator",
                "{\"phone_number\": \"+15551234567\", \"name\": \"Jane\"}");
        List<String> after = tenant.data(paths);

        Reply undone = tenant.undo(tenant.entry(added));
        assertThat(tenant.data(paths)).isEqualTo(before);
        tenant.undo(tenant.entry(undone));
        assertThat(tenant.data(paths)).isEqualTo(after);
    }

    @Test
    void takes_back_one_of_two_requests_that_are_called_alike() {
        long id = tenant.operator("Jane Doe");
        client.patch("/operators/" + id, "{\"name\": \"Jane Roe\"}", "X-Request-Id", "alike");
        Reply second = client.patch("/operators/" + id, "{\"active\": false}", "X-Request-Id", "alike");

        tenant.undo(second.position());

        assertThat(client.get("/operators/" + id).data().get("name").asString()).isEqualTo("Jane Roe");
        assertThat(client.get("/operators/" + id).data().get("active").asBoolean())
                .isTrue();
    }

    @Test
    void is_for_keys_that_see_all_of_the_account() {
        long project = tenant.project("Support");
        long change =
                client.patch("/projects/" + project, "{\"name\": \"Help\"}").position();
        Client scoped = tenant.scopedTo(project, "read", "write", "delete");

        assertThat(scoped.post("/audit_events/" + change + "/undo", "{}").status())
                .isEqualTo(403);
        assertThat(client.get("/projects/" + project).data().get("name").asString())
                .isEqualTo("Help");
    }

    @Test
    void needs_the_permission_to_delete_for_taking_a_key_away() {
        long issued = client.post("/api_keys", "{\"name\": \"K\", \"permissions\": [\"read\"]}")
                .position();
        String path = "/audit_events/" + issued + "/undo";

        assertThat(tenant.with("write").post(path, "{}").json().get("error").asString())
                .isEqualTo("Delete permission required");
        assertThat(tenant.with("write", "delete").post(path, "{}").status()).isEqualTo(200);
    }

    @Test
    void does_not_bring_a_revoked_key_back() {
        long id = client.post("/api_keys", "{\"name\": \"K\", \"permissions\": [\"read\"]}")
                .id();
        Reply revoked = client.delete("/api_keys/" + id);

        Reply never = undo(tenant.entry(revoked));

        assertThat(never.status()).isEqualTo(409);
        assertThat(never.json().get("error").asString()).isEqualTo("The api key " + id + " does not come back");
    }

    @Test
    void names_the_event_by_which_went_what_it_needs() {
        long number = tenant.number("Line");
        long id = tenant.operator("Jane Doe");
        tenant.attach(number, id);
        long renamed =
                client.patch("/operators/" + id, "{\"name\": \"Jane Roe\"}").position();
        long detached = tenant.entry(client.delete("/virtual_numbers/" + number + "/operators/" + id));
        tenant.attach(number, id);
        long other = tenant.operator("Anna");
        long order = tenant.entry(client.put("/virtual_numbers/" + number + "/operators", order(other)));
        client.delete("/operators/" + id);

        for (long position : new long[] {renamed, detached, order}) {
            for (String body : new String[] {"{}", "{\"dry_run\": true}"}) {
                Reply refused = client.post("/audit_events/" + position + "/undo", body);
                assertThat(refused.status()).as(refused.body()).isEqualTo(409);
                assertThat(refused.json().at("/event/type").asString()).isEqualTo("OperatorDeleted");
            }
        }
    }

    @Test
    void leaves_what_went_after_that_from_which_it_was_taken() {
        long number = tenant.number("Line");
        long id = tenant.operator("Jane Doe");
        tenant.attach(number, id);
        long deletion = tenant.entry(client.delete("/operators/" + id));
        client.delete("/virtual_numbers/" + number);

        Reply planned = client.post("/audit_events/" + deletion + "/undo", "{\"dry_run\": true}");
        tenant.undo(deletion);

        assertThat(planned.data().at("/left").toString())
                .isEqualTo("[{\"type\":\"virtual_number\",\"id\":" + number + ",\"name\":\"Line\"}]");
        assertThat(client.get("/operators/" + id).status()).isEqualTo(200);
    }

    @Test
    void does_not_bring_back_what_came_back_and_went_again() {
        long id = tenant.operator("Jane Doe");
        long first = tenant.entry(client.delete("/operators/" + id));
        tenant.undo(first);
        client.patch("/operators/" + id, "{\"name\": \"Jane Roe\"}");
        long second = tenant.entry(client.delete("/operators/" + id));

        Reply refused = undo(first);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/event/position").asLong()).isEqualTo(second);
        tenant.undo(second);
        assertThat(client.get("/operators/" + id).data().get("name").asString()).isEqualTo("Jane Roe");
    }

    @Test
    void does_not_lose_an_order_in_a_list_that_was_changed_since() {
        long number = tenant.number("Line");
        List<Long> operators =
                Stream.of("A", "B", "C", "D").map(tenant::operator).toList();
        String path = "/virtual_numbers/" + number + "/operators";
        client.put(path, order(operators.get(0), operators.get(1), operators.get(2)));
        long change = tenant.entry(client.put(path, order(operators.get(2), operators.get(0))));
        long later = tenant.attach(number, operators.get(3)).position();

        Reply refused = undo(change);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/event/position").asLong()).isEqualTo(later);
    }

    @Test
    void tells_only_what_can_come_back() {
        long number = tenant.number("Line");
        long gone = tenant.operator("Anna");
        long kept = tenant.operator("Jane Doe");
        client.put("/virtual_numbers/" + number + "/operators", order(gone, kept));
        long release = tenant.entry(client.delete("/virtual_numbers/" + number));
        client.delete("/operators/" + gone);

        Reply planned = client.post("/audit_events/" + release + "/undo", "{\"dry_run\": true}");

        assertThat(planned.data().at("/entities/0/action").asString()).isEqualTo("bring_back");
        assertThat(planned.data().at("/entities/0/changes").valueStream())
                .filteredOn(change -> change.get("field").asString().equals("operators"))
                .map(change -> change.get("after").toString())
                .containsExactly("[{\"id\":" + kept + "}]");
    }

    @Test
    void names_the_number_that_leads_back() {
        long first = tenant.number("First");
        long second = tenant.number("Second");
        long third = tenant.number("Third");
        fallback(first, second);
        fallback(third, first);
        long release = tenant.entry(client.delete("/virtual_numbers/" + first));
        long led = fallback(second, third).position();

        Reply refused = undo(release);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("error").asString())
                .isEqualTo("The virtual number " + second + " had its fallback changed since, by event "
                        + refused.json().at("/event/position").asLong());
        assertThat(refused.json().at("/event/position").asLong()).isLessThanOrEqualTo(led);
        assertThat(refused.json().at("/event/type").asString()).isEqualTo("FallbackChanged");
    }

    @Test
    void takes_nothing_away_that_something_depends_on_since() {
        Reply project = client.post("/projects", "{\"name\": \"Support\", \"language\": \"en\"}");
        tenant.scopedTo(project.id(), "read");
        Reply number = client.post("/virtual_numbers", "{\"phone_number\": \"" + Tenant.phoneNumber() + "\"}");
        fallback(tenant.number("Line"), number.id());

        Reply keyed = undo(tenant.entry(project));
        Reply fallenBackTo = undo(tenant.entry(number));

        assertThat(keyed.status()).isEqualTo(409);
        assertThat(keyed.json().at("/event/type").asString()).isEqualTo("ApiKeyIssued");
        assertThat(fallenBackTo.status()).isEqualTo(409);
        assertThat(fallenBackTo.json().at("/event/type").asString()).isEqualTo("FallbackChanged");
    }

    @Test
    void takes_nothing_away_that_a_number_came_back_to() {
        long project = tenant.project("Support");
        long number = tenant.number("Line");
        long operator = tenant.operator("Ada");
        tenant.assign(project, number);
        tenant.attach(number, operator);
        long before = client.get("projects/" + project).position();
        client.delete("projects/" + project);
        client.delete("operators/" + operator);
        long projectBack = restore("projects/" + project, before);
        long operatorBack = restore("operators/" + operator, before);
        long numberBack = restore("virtual_numbers/" + number, before);

        for (long position : new long[] {projectBack, operatorBack}) {
            Reply reply = undo(position);
            assertThat(reply.status()).as(reply.body()).isEqualTo(409);
            assertThat(reply.json().at("/event/position").asLong()).isBetween(operatorBack, numberBack);
        }
        assertThat(client.get("virtual_numbers/" + number).status()).isEqualTo(200);
    }

    @Test
    void leaves_what_came_back_by_itself_or_cannot_when_it_brings_back_the_rest() {
        long project = tenant.project("Support");
        long first = tenant.number("First");
        long second = tenant.number("Second");
        tenant.assign(project, first);
        tenant.assign(project, second);
        String taken = client.get("virtual_numbers/" + second)
                .data()
                .get("phone_number")
                .asString();
        long before = client.get("projects/" + project).position();
        long deletion = tenant.entry(client.delete("projects/" + project));
        restore("virtual_numbers/" + first, before);
        client.post("virtual_numbers", "{\"phone_number\":\"" + taken + "\"}");

        assertThat(undo(deletion).status()).isEqualTo(200);
        assertThat(client.get("projects/" + project).status()).isEqualTo(200);
        assertThat(client.get("virtual_numbers/" + second).status()).isEqualTo(404);
    }

    @Test
    void does_not_take_out_of_a_list_what_was_changed_there_since() {
        long number = tenant.number("Line");
        long operator = tenant.operator("Ada");
        long attached = client.post("virtual_numbers/" + number + "/add_operator", "{\"operator_id\":" + operator + "}")
                .position();
        Reply changed = client.patch(
                "virtual_numbers/" + number, "{\"operators\":[{\"id\":" + operator + ",\"ring_seconds\":9}]}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);

        Reply refused = undo(attached);
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
    }

    @Test
    void takes_back_what_happened_to_identities_and_to_what_they_are_linked_with() {
        Client post = client.at(SharedServer.root().resolve("/v1/"));
        Reply domain = post.post("domains", "{\"domain\": \"undone.example\"}");
        SharedServer.publish(domain.json());
        post.post("domains/" + id(domain) + "/verify", "{}");
        Reply assistant = post.post("assistants", "{\"name\": \"Front office\"}");
        Reply identity = post.post(
                "identities",
                "{\"domain_id\": \"" + id(domain) + "\", \"local_part\": \"ada\", \"display_name\": \"Ada\"}");
        String path = "identities/" + id(identity);
        Reply linked =
                post.patch(path, "{\"display_name\": \"Ada King\", \"assistant_id\": \"" + id(assistant) + "\"}");

        assertThat(undo(tenant.entry(domain)).json().at("/event/type").asString())
                .isEqualTo("IdentityCreated");
        assertThat(undo(tenant.entry(assistant)).json().at("/event/type").asString())
                .isEqualTo("IdentityAssistantChanged");
        Reply undone = tenant.undo(tenant.entry(linked));
        assertThat(post.get(path).json().get("display_name").asString()).isEqualTo("Ada");
        assertThat(post.get(path).json().get("assistant_id").isNull()).isTrue();
        post.delete("assistants/" + id(assistant));
        Reply refused = undo(tenant.entry(undone));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/event/type").asString()).isEqualTo("AssistantDeleted");

        Reply made = post.post("assistants", "{\"name\": \"Back office\"}");
        Reply gone = tenant.undo(tenant.entry(made));
        assertThat(post.get("assistants/" + id(made)).status()).isEqualTo(404);
        assertThat(undo(tenant.entry(gone)).json().get("error").asString())
                .isEqualTo("The assistant " + id(made) + " does not come back");
    }

    private static String id(Reply made) {
        return made.json().get("id").asString();
    }

    private long restore(String thing, long to) {
        Reply reply = client.post(thing + "/restore", "{\"to\":\"@" + to + "\"}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.position();
    }

    private Reply undo(long position) {
        return client.post("/audit_events/" + position + "/undo", "{}");
    }

    private Reply fallback(long number, long other) {
        Reply changed = client.patch(
                "/virtual_numbers/" + number, "{\"fallback\": {\"type\": \"virtual_number\", \"id\": " + other + "}}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        return changed;
    }

    private static String order(Long... operators) {
        return "{\"operator_ids\": " + List.of(operators) + "}";
    }

    private List<JsonNode> entries(String query) {
        return client.get("/audit_events?per_page=100&" + query)
                .data()
                .valueStream()
                .toList();
    }
}
