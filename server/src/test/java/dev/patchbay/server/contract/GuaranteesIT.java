package dev.patchbay.server.contract;

import static dev.patchbay.server.contract.Answers.assertAnswer;
import static dev.patchbay.server.contract.Answers.assertError;
import static dev.patchbay.server.contract.Answers.assertInvalid;
import static dev.patchbay.server.contract.Answers.assertNotFound;
import static dev.patchbay.server.contract.Answers.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.Rush;
import dev.patchbay.server.contract.EventLog.Recorded;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedServer.class)
class GuaranteesIT {

    private static final String KEY = "Idempotency-Key";
    private static final String JANE = """
            {"name": "Jane Doe", "phone_number": "+15551234567"}""";

    private Tenant tenant;
    private Client client;

    @BeforeEach
    void open() {
        tenant = Tenant.open();
        client = tenant.client();
    }

    // Read your own writes

    @Test
    void shows_every_write_to_every_read_begun_after_it() {
        Rush.of(4, writer -> {
            for (int i = 0; i < 10; i++) {
                long operator = tenant.operator("Operator " + writer + i);
                assertThat(ids(client.get("/operators").data())).contains(operator);
                Reply renamed = client.patch("/operators/" + operator, "{\"name\": \"Renamed\"}");
                assertThat(client.get("/operators/" + operator).body()).isEqualTo(renamed.body());
                client.delete("/operators/" + operator);
                assertThat(ids(client.get("/operators").data())).doesNotContain(operator);
            }
            return writer;
        });
    }

    @Test
    void says_where_in_the_log_each_answer_was_so() {
        long operator = tenant.operator("Jane Doe");
        long last = 0;
        for (Reply write : List.of(
                client.post("/operators", JANE),
                client.patch("/operators/" + operator, "{\"name\": \"Jane Roe\"}"),
                client.post("/projects", "{\"name\": \"A\", \"language\": \"en\"}"),
                client.delete("/operators/" + operator))) {
            assertThat(write.position()).isGreaterThan(last);
            last = write.position();
        }
        for (String path :
                List.of("/operators", "/virtual_numbers", "/projects", "/api_keys", "/virtual_numbers/available")) {
            assertThat(client.get(path).position()).isGreaterThanOrEqualTo(last);
        }
    }

    @Test
    void answers_from_a_view_as_new_as_asked_for() {
        long position = client.post("/operators", JANE).position();

        assertThat(client.get("/operators", "Patchbay-Min-Position", Long.toString(position))
                        .position())
                .isGreaterThanOrEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1.5", "99999999999999999999"})
    void refuses_what_is_no_position(String position) {
        String words = "Patchbay-Min-Position must be a non-negative integer";

        assertError(client.get("/operators", "Patchbay-Min-Position", position), 400, words);
        assertError(client.post("/operators", JANE, "Patchbay-Min-Position", position), 400, words);
    }

    // No lost updates

    @Test
    void writes_only_on_top_of_the_version_that_was_seen() {
        Reply created = client.post("/operators", JANE);
        String path = "/operators/" + created.id();
        Reply renamed = client.patch(path, "{\"name\": \"Jane Roe\"}", "If-Match", created.etag());
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.etag()).isNotEqualTo(created.etag());

        Reply stale = client.patch(path, "{\"name\": \"Too late\"}", "If-Match", created.etag());

        assertError(stale, 412, "Precondition failed");
        assertThat(stale.etag()).isEqualTo(renamed.etag());
        assertThat(stale.header("Patchbay-Position")).isPresent();
        for (String tag : List.of("W/" + renamed.etag(), "\"nonsense\"", "\"0-0000000000000000\"")) {
            assertError(client.patch(path, "{\"name\": \"No\"}", "If-Match", tag), 412, "Precondition failed");
        }
        assertError(client.delete(path, "If-Match", created.etag()), 412, "Precondition failed");
        assertThat(client.get(path).body()).isEqualTo(renamed.body());

        Reply listed = client.patch(path, "{\"name\": \"A\"}", "If-Match", created.etag() + ", " + renamed.etag());
        assertThat(listed.status()).isEqualTo(200);
        assertThat(client.patch(path, "{\"name\": \"B\"}", "If-Match", "*").status())
                .isEqualTo(200);
        assertThat(client.delete(path, "If-Match", client.get(path).etag()).status())
                .isEqualTo(200);
        assertNotFound(client.patch(path, "{\"name\": \"C\"}", "If-Match", "*"));
    }

    @Test
    void checks_the_body_before_the_version() {
        Reply created = client.post("/operators", JANE);
        String path = "/operators/" + created.id();
        client.patch(path, "{\"name\": \"Jane Roe\"}");

        assertInvalid(client.patch(path, "{\"name\": \"\"}", "If-Match", created.etag()), "Name can't be blank");
    }

    @Test
    void guards_every_resource_that_can_change() {
        long project = tenant.project("Support");
        long number = tenant.number("Line");
        long operator = tenant.operator("Jane Doe");
        String ring = "/virtual_numbers/" + number;
        String seen = client.get(ring).etag();
        String projectSeen = client.get("/projects/" + project).etag();
        tenant.attach(number, operator);
        client.patch("/projects/" + project, "{\"name\": \"Renamed\"}");

        String first = "{\"operator_ids\": [" + operator + "]}";
        String one = "{\"operator_id\": " + operator + "}";
        for (Reply stale : List.of(
                client.patch(ring, "{\"name\": \"X\"}", "If-Match", seen),
                client.put(ring + "/operators", first, "If-Match", seen),
                client.post(ring + "/add_operator", one, "If-Match", seen),
                client.delete(ring + "/remove_operator?operator_id=" + operator, "If-Match", seen),
                client.delete(ring, "If-Match", seen),
                client.patch("/projects/" + project, "{\"name\": \"X\"}", "If-Match", projectSeen),
                client.delete("/projects/" + project, "If-Match", projectSeen))) {
            assertError(stale, 412, "Precondition failed");
        }
        assertThat(ids(client.get(ring).data().get("operators"))).containsExactly(operator);
    }

    @Test
    void lets_exactly_one_of_many_change_what_all_of_them_saw() {
        Reply created = client.post("/operators", JANE);
        String path = "/operators/" + created.id();

        List<Reply> replies =
                Rush.of(20, i -> client.patch(path, "{\"name\": \"Client " + i + "\"}", "If-Match", created.etag()));

        List<Reply> won =
                replies.stream().filter(reply -> reply.status() == 200).toList();
        assertThat(won).hasSize(1);
        assertThat(replies).filteredOn(reply -> reply.status() == 412).hasSize(19);
        assertThat(client.get(path).body()).isEqualTo(won.getFirst().body());
    }

    @Test
    void sends_nothing_when_the_client_has_it_already() {
        Reply created = client.post("/operators", JANE);
        String path = "/operators/" + created.id();

        for (String known : List.of(created.etag(), "W/" + created.etag(), "*", "\"other\", " + created.etag())) {
            Reply reply = client.get(path, "If-None-Match", known);
            assertThat(reply.status()).isEqualTo(304);
            assertThat(reply.body()).isEmpty();
            assertThat(reply.etag()).isEqualTo(created.etag());
            assertThat(reply.header("Patchbay-Position")).isPresent();
        }
        client.patch(path, "{\"name\": \"Jane Roe\"}");
        assertThat(client.get(path, "If-None-Match", created.etag()).status()).isEqualTo(200);
    }

    @Test
    void sends_no_list_twice_until_it_changes() {
        tenant.operator("Jane Doe");
        Reply listed = client.get("/operators");

        assertThat(client.get("/operators", "If-None-Match", listed.etag()).status())
                .isEqualTo(304);
        tenant.operator("Jane Roe");
        assertThat(client.get("/operators", "If-None-Match", listed.etag()).status())
                .isEqualTo(200);
    }

    @Test
    void hides_no_rename_of_an_attached_operator_and_yet_fails_no_administrator_of_the_number() {
        long number = tenant.number("Line");
        long operator = tenant.operator("Jane Doe");
        tenant.attach(number, operator);
        String path = "/virtual_numbers/" + number;
        String seen = client.get(path).etag();

        client.patch("/operators/" + operator, "{\"name\": \"Jane Roe\"}");

        Reply shown = client.get(path, "If-None-Match", seen);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.etag()).isNotEqualTo(seen);
        assertThat(client.patch(path, "{\"name\": \"Sales\"}", "If-Match", seen).status())
                .isEqualTo(200);
        assertError(client.patch(path, "{\"name\": \"No\"}", "If-Match", seen), 412, "Precondition failed");
    }

    // Safe retries

    @Test
    void answers_a_request_that_is_sent_again_as_the_first_time_whatever_happened_since() {
        Reply created = client.post("/operators", JANE, KEY, "create");
        String path = "/operators/" + created.id();
        Reply patched = client.patch(path, "{\"name\": \"Jane Roe\"}", KEY, "patch");
        long number = tenant.number("Line");
        String ring = "/virtual_numbers/" + number + "/operators";
        String order = "{\"operator_ids\": [" + created.id() + "]}";
        Reply put = client.put(ring, order, KEY, "put");
        Reply deleted = client.delete(path, KEY, "delete");
        Reply released = client.delete("/virtual_numbers/" + number, KEY, "release");
        assertThat(List.of(created.status(), patched.status(), put.status(), deleted.status(), released.status()))
                .containsExactly(201, 200, 200, 200, 200);
        long events = SharedServer.log().asked();

        assertReplayed(client.post("/operators", JANE, KEY, "create"), created);
        assertReplayed(client.patch(path, "{\"name\": \"Jane Roe\"}", KEY, "patch"), patched);
        assertReplayed(client.put(ring, order, KEY, "put"), put);
        assertReplayed(client.delete(path, KEY, "delete"), deleted);
        assertReplayed(client.delete("/virtual_numbers/" + number, KEY, "release"), released);
        assertThat(client.get("/operators").data()).isEmpty();
        assertThat(SharedServer.log().asked()).isEqualTo(events);
    }

    @Test
    void answers_the_deletion_of_a_project_alike_both_times() {
        long project = tenant.project("Support");
        Reply deleted = client.delete("/projects/" + project, KEY, "delete");
        assertThat(deleted.status()).isEqualTo(204);

        Reply again = client.delete("/projects/" + project, KEY, "delete");
        assertThat(again.status()).isEqualTo(204);
        assertThat(again.header("Idempotent-Replayed")).hasValue("true");
    }

    @Test
    void shows_the_same_new_key_both_times_and_it_is_good() {
        String body = "{\"name\": \"Dialler\", \"permissions\": [\"read\"]}";
        Reply issued = client.post("/api_keys", body, KEY, "issue");
        Client holder = client.as(issued.data().get("key").asString());
        assertThat(holder.get("/operators").status()).isEqualTo(200);

        Reply again = client.post("/api_keys", body, KEY, "issue");

        assertReplayed(again, issued);
        assertThat(client.get("/api_keys").data()).hasSize(2);
        Reply another = client.post("/api_keys", body, KEY, "issue another");
        assertThat(another.data().get("key")).isNotEqualTo(issued.data().get("key"));
    }

    @Test
    void shows_the_same_first_key_of_an_account_both_times() {
        Client root = SharedServer.client();
        String key = UUID.randomUUID().toString();
        Reply opened = root.post("/accounts", "{\"name\": \"Twice\"}", KEY, key);

        assertReplayed(root.post("/accounts", "{\"name\": \"Twice\"}", KEY, key), opened);
        assertThat(root.as(opened.data().get("api_key").get("key").asString())
                        .get("/operators")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refuses_another_request_under_the_same_key() {
        Reply created = client.post("/operators", JANE, KEY, "k");
        String words = "Idempotency-Key was used for another request";

        assertError(client.post("/operators", JANE.replace("Jane", "John"), KEY, "k"), 422, words);
        assertError(client.patch("/operators/" + created.id(), JANE, KEY, "k"), 422, words);
        assertError(client.post("/operators?x=1", JANE, KEY, "k"), 422, words);
        assertThat(client.get("/operators").data()).hasSize(1);
        assertThat(tenant.with("write").post("/operators", JANE, KEY, "k").id()).isNotEqualTo(created.id());
        assertThat(Tenant.open().client().post("/operators", JANE, KEY, "k").id())
                .isNotEqualTo(created.id());
    }

    @Test
    void lets_a_request_that_is_sent_many_times_at_once_happen_once() {
        List<Reply> replies = Rush.of(20, i -> client.post("/operators", JANE, KEY, "race"));

        List<Reply> created =
                replies.stream().filter(reply -> reply.status() == 201).toList();
        List<Reply> first = created.stream()
                .filter(reply -> reply.header("Idempotent-Replayed").isEmpty())
                .toList();
        assertThat(first).hasSize(1);
        assertThat(created)
                .extracting(Reply::body)
                .containsOnly(first.getFirst().body());
        assertThat(replies).filteredOn(reply -> reply.status() != 201).allSatisfy(reply -> {
            assertError(reply, 409, "A request with this Idempotency-Key is still running");
            assertThat(reply.header("Retry-After")).hasValue("1");
        });
        assertThat(client.get("/operators").data()).hasSize(1);
        assertReplayed(client.post("/operators", JANE, KEY, "race"), first.getFirst());
    }

    @Test
    void refuses_again_in_the_same_words_though_it_could_be_granted_now() {
        String phoneNumber = "{\"phone_number\": \"" + Tenant.phoneNumber() + "\"}";
        long held = client.post("/virtual_numbers/purchase", phoneNumber).id();
        Reply taken = client.post("/virtual_numbers/purchase", phoneNumber, KEY, "taken");
        assertInvalid(taken, "Phone number has already been taken");
        Reply invalid = client.post("/operators", "{}", KEY, "invalid");
        assertInvalid(invalid, "Name can't be blank", "Phone number can't be blank");
        Reply malformed = client.post("/operators", "{", KEY, "malformed");
        assertError(malformed, 400, "Malformed JSON");
        Reply created = client.post("/operators", JANE);
        String path = "/operators/" + created.id();
        Reply renamed = client.patch(path, "{\"name\": \"Jane Roe\"}");
        Reply stale = client.patch(path, "{\"name\": \"X\"}", KEY, "stale", "If-Match", created.etag());
        assertError(stale, 412, "Precondition failed");
        String remove = "/virtual_numbers/" + held + "/remove_operator?operator_id=" + created.id();
        Reply missing = client.delete(remove, KEY, "missing");
        assertNotFound(missing);

        tenant.attach(held, created.id());
        client.patch(path, "{\"name\": \"Changed again\"}");
        assertReplayed(client.delete(remove, KEY, "missing"), missing);
        client.delete("/virtual_numbers/" + held);
        assertReplayed(client.post("/virtual_numbers/purchase", phoneNumber, KEY, "taken"), taken);
        assertReplayed(client.post("/operators", "{}", KEY, "invalid"), invalid);
        assertReplayed(client.post("/operators", "{", KEY, "malformed"), malformed);
        Reply staleAgain = client.patch(path, "{\"name\": \"X\"}", KEY, "stale", "If-Match", created.etag());
        assertReplayed(staleAgain, stale);
        assertThat(staleAgain.etag()).isEqualTo(renamed.etag());
        assertThat(client.get("/virtual_numbers").data()).isEmpty();
    }

    @Test
    void takes_keys_of_any_printable_characters_up_to_their_limit() {
        String longest = "k".repeat(255);
        Reply created = client.post("/operators", JANE, KEY, longest);
        assertReplayed(client.post("/operators", JANE, KEY, longest), created);
        assertError(
                client.post("/operators", JANE, KEY, "k".repeat(256)),
                400,
                "Idempotency-Key must have 1 to 255 characters");
        assertError(client.post("/operators", JANE, KEY, ""), 400, "Idempotency-Key must have 1 to 255 characters");
    }

    // Provenance

    @Test
    void names_every_request() {
        Reply named = client.get("/operators", "X-Request-Id", "my-request 1");
        assertThat(named.header("X-Request-Id")).hasValue("my-request 1");
        assertThat(client.get("/operators").header("X-Request-Id").orElseThrow())
                .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(client.get("/operators", "X-Request-Id", "x".repeat(256))
                        .header("X-Request-Id")
                        .orElseThrow())
                .hasSize(36);
        for (Reply refused : List.of(
                client.as("").get("/operators", "X-Request-Id", "r1"),
                client.get("/nowhere", "X-Request-Id", "r1"),
                client.post("/operators", "{", "X-Request-Id", "r1"))) {
            assertThat(refused.header("X-Request-Id")).hasValue("r1");
        }
    }

    @Test
    void records_who_asked_in_which_request_and_why() {
        String request = UUID.randomUUID().toString();
        long keyId = ids(client.get("/api_keys").data()).getFirst();
        Reply created = client.post(
                "/operators",
                JANE,
                "X-Request-Id",
                request,
                "Patchbay-Reason",
                "Because",
                "User-Agent",
                "GuaranteesIT");
        client.patch("/operators/" + created.id(), """
                {"name": "Jane Roe", "email": "jane@example.com", "active": false}""", "X-Request-Id", request);

        List<Recorded> events = SharedServer.log().ofRequest(request);

        assertThat(events)
                .extracting(Recorded::type)
                .containsExactly("OperatorCreated", "OperatorRenamed", "OperatorEmailChanged", "OperatorDeactivated");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.number("actor_id")).isEqualTo(keyId);
            assertThat(event.text("actor_kind")).isEqualTo("api_key");
            assertThat(event.text("client_address")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
            assertThat(event.stream()).isEqualTo("operator-" + created.id());
        });
        assertThat(events.getFirst().text("reason")).isEqualTo("Because");
        assertThat(events.getFirst().text("user_agent")).isEqualTo("GuaranteesIT");
        assertThat(events.getLast().metadata().has("reason")).isFalse();
        assertThat(events.subList(1, 4))
                .extracting(event -> event.text("correlation_id"))
                .hasSameElementsAs(List.of(events.getLast().text("correlation_id")));
    }

    @Test
    void names_the_cause_of_every_consequence() {
        long project = tenant.project("Support");
        long number = tenant.number("Line");
        tenant.assign(project, number);
        long operator = tenant.operator("Jane Doe");
        tenant.link(project, operator);
        tenant.attach(number, operator);
        tenant.scopedTo(project, "read");
        String request = UUID.randomUUID().toString();

        client.delete("/projects/" + project, "X-Request-Id", request, "Patchbay-Reason", "Aufraeumen");

        List<Recorded> events = SharedServer.log().ofRequest(request);
        assertThat(events)
                .extracting(Recorded::type)
                .startsWith("ProjectDeleted")
                .contains("VirtualNumberReleased", "PhoneNumberFreed", "ApiKeyRevoked", "OperatorUnlinkedFromProject");
        Recorded deleted = events.getFirst();
        Recorded released = one(events, "VirtualNumberReleased");
        assertThat(released.text("causation_id")).isEqualTo(deleted.id());
        assertThat(one(events, "ApiKeyRevoked").text("causation_id")).isEqualTo(deleted.id());
        assertThat(one(events, "OperatorUnlinkedFromProject").text("causation_id"))
                .isEqualTo(deleted.id());
        assertThat(one(events, "PhoneNumberFreed").text("causation_id")).isEqualTo(released.id());
        assertThat(events).allSatisfy(event -> {
            assertThat(event.text("correlation_id")).isEqualTo(deleted.text("correlation_id"));
            assertThat(event.text("reason")).isEqualTo("Aufraeumen");
        });
    }

    @Test
    void limits_the_length_of_a_reason() {
        assertThat(client.post("/operators", JANE, "Patchbay-Reason", "r".repeat(1000))
                        .status())
                .isEqualTo(201);
        assertError(
                client.post("/operators", JANE, "Patchbay-Reason", "r".repeat(1001)),
                400,
                "Patchbay-Reason must have at most 1000 characters");
    }

    @Test
    void leaves_no_event_behind_a_refusal_or_what_changes_nothing() {
        long operator = tenant.operator("Jane Doe");
        long before = SharedServer.log().asked();

        client.post("/operators", "{}");
        client.post("/operators", "{");
        client.patch("/operators/" + operator, "{\"name\": \"Jane Doe\"}");
        client.patch("/operators/" + operator, "{}");
        client.patch("/operators/" + operator, "{\"name\": \"X\"}", "If-Match", "\"99-0000000000000000\"");
        client.delete("/operators/999999999");

        assertThat(SharedServer.log().asked()).isEqualTo(before);
    }

    private static Recorded one(List<Recorded> events, String type) {
        return events.stream()
                .filter(event -> event.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static void assertReplayed(Reply again, Reply first) {
        assertAnswer(again, first.status(), first.body());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Idempotent-Replayed")).hasValue("true");
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
    }
}
