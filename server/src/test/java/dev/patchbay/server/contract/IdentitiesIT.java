package dev.patchbay.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.Rush;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The identities' contract over real HTTP, against a real name server and a real mail server. */
@ExtendWith(SharedServer.class)
class IdentitiesIT {

    private static final AtomicInteger DOMAINS = new AtomicInteger();
    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    private final Tenant tenant = Tenant.open();
    private final Client client = tenant.client().at(SharedServer.root().resolve("/v1/"));

    @Test
    void the_request_of_the_documentation_is_answered_as_documented() throws Exception {
        JsonNode domain = verified("acme");
        JsonNode assistant =
                client.post("assistants", "{\"name\": \"Front office\"}").json();
        String body =
                """
                {
                  "domain_id": "%s",
                  "local_part": "support",
                  "display_name": "Support Team",
                  "assistant_id": "%s",
                  "reply_to_email": "help@acme.example",
                  "signature_text": "Best,\\nSupport",
                  "signature_html": "<p>Best,<br>Support</p>",
                  "thread_history_depth": 10,
                  "approval_channel": {}
                }
                """.formatted(domain.get("id").asString(), assistant.get("id").asString());
        HttpRequest request = HttpRequest.newBuilder(SharedServer.root().resolve("/v1/identities"))
                .header("Authorization", "Bearer " + client.key())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer;
        try (HttpClient http = HttpClient.newHttpClient()) {
            answer = http.send(request, BodyHandlers.ofString());
        }

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode identity = new Reply(201, answer.headers(), answer.body()).json();
        assertThat(identity.propertyNames())
                .containsExactly(
                        "id",
                        "workspace_id",
                        "domain_id",
                        "assistant_id",
                        "local_part",
                        "email_address",
                        "display_name",
                        "reply_to_email",
                        "signature_text",
                        "signature_html",
                        "thread_history_depth",
                        "status",
                        "approval_channel",
                        "can_send_cold",
                        "auto_approve_replies",
                        "created_at",
                        "updated_at");
        assertThat(UUID.fromString(identity.get("id").asString())).isNotNull();
        assertThat(identity.get("workspace_id")).isEqualTo(domain.get("workspace_id"));
        assertThat(identity.get("email_address").asString())
                .isEqualTo("support@" + domain.get("domain").asString());
        assertThat(identity.get("status").asString()).isEqualTo("active");
        assertThat(identity.get("approval_channel").isObject()).isTrue();
        assertThat(identity.get("approval_channel").isEmpty()).isTrue();
        assertThat(identity.get("can_send_cold").asBoolean()).isFalse();
    }

    @Test
    void what_is_left_out_has_its_documented_value() {
        JsonNode identity = identity(verified("plain"), "ada");

        assertThat(identity.get("thread_history_depth").asInt()).isEqualTo(10);
        for (String field : List.of("assistant_id", "reply_to_email", "signature_text", "signature_html")) {
            assertThat(identity.get(field).isNull()).as(field).isTrue();
        }
    }

    @Test
    void an_identity_is_read_listed_and_filtered() {
        JsonNode one = verified("lists");
        JsonNode other = verified("more-lists");
        JsonNode ada = identity(one, "ada");
        JsonNode bob = identity(one, "bob");
        JsonNode carl = identity(other, "carl");
        client.patch(path(bob), "{\"status\": \"suspended\"}");

        assertThat(client.get(path(ada)).json()).isEqualTo(ada);
        JsonNode all = client.get("identities").json();
        assertThat(all.propertyNames()).containsExactly("data", "total", "limit", "offset");
        assertThat(ids(all)).containsExactly(id(carl), id(bob), id(ada));
        assertThat(all.get("total").asInt()).isEqualTo(3);
        assertThat(all.get("limit").asInt()).isEqualTo(20);
        assertThat(all.get("offset").asInt()).isZero();
        assertThat(ids(client.get("identities?limit=1&offset=1").json())).containsExactly(id(bob));
        assertThat(client.get("identities?limit=1&offset=9").json().get("total").asInt())
                .isEqualTo(3);
        assertThat(ids(client.get("identities?domain_id=" + id(one)).json())).containsExactly(id(bob), id(ada));
        assertThat(ids(client.get("identities?status=suspended").json())).containsExactly(id(bob));
        assertThat(ids(client.get("identities?status=active&domain_id=" + id(one))
                        .json()))
                .containsExactly(id(ada));
        assertThat(ids(client.get("identities?domain_id=" + UNKNOWN).json())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "offset=-1", "status=gone", "domain_id=7"})
    void a_list_says_which_parameter_it_does_not_understand(String query) {
        Reply refused = client.get("identities?" + query);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("error").asString()).isEqualTo("validation_error");
        assertThat(refused.json().get("details").get(0).get("field").asString())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void only_what_is_sent_changes_and_null_clears() {
        JsonNode assistant = client.post("assistants", "{\"name\": \"Helper\"}").json();
        JsonNode ada = identity(verified("patch"), "ada");

        JsonNode changed = client.patch(path(ada), """
                {"assistant_id": "%s", "reply_to_email": "x@example.lt", "signature_text": "T", "signature_html": "<b>H</b>",
                 "thread_history_depth": 0, "approval_channel": {"type": "slack", "n": 1.10, "deep": {"a": [null, "č"]}},
                 "can_send_cold": true, "auto_approve_replies": true, "display_name": " Ada K. ", "status": "suspended"}""".formatted(id(assistant))).json();
        assertThat(changed.get("assistant_id")).isEqualTo(assistant.get("id"));
        assertThat(changed.get("display_name").asString()).isEqualTo("Ada K.");
        assertThat(changed.get("thread_history_depth").asInt()).isZero();
        assertThat(changed.get("status").asString()).isEqualTo("suspended");
        assertThat(client.get(path(ada)).body())
                .contains("\"approval_channel\":{\"type\":\"slack\",\"n\":1.10,\"deep\":{\"a\":[null,\"č\"]}}");

        assertThat(client.patch(path(ada), "{}").json()).isEqualTo(changed);
        JsonNode cleared = client.patch(path(ada), """
                {"assistant_id": null, "reply_to_email": null, "signature_text": null, "signature_html": null,
                 "approval_channel": null, "can_send_cold": false, "auto_approve_replies": false, "status": "active"}""").json();
        for (String field : List.of("assistant_id", "reply_to_email", "signature_text", "signature_html")) {
            assertThat(cleared.get(field).isNull()).as(field).isTrue();
        }
        assertThat(cleared.get("approval_channel").isEmpty()).isTrue();
        assertThat(cleared.get("display_name").asString()).isEqualTo("Ada K.");
        assertThat(cleared.get("status").asString()).isEqualTo("active");
    }

    @ParameterizedTest
    @ValueSource(strings = {"domain_id", "local_part", "email_address"})
    void an_address_never_changes(String field) {
        JsonNode ada = identity(verified("never"), "ada");

        Reply refused = client.patch(path(ada), "{\"" + field + "\": \"x\"}");

        assertInvalid(refused, field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "local_part | 'a..b'",
                "local_part | '.a'",
                "local_part | 'a b'",
                "local_part | ''",
                "local_part | 'ž'",
                "local_part | 7",
                "local_part | null",
                "display_name | ' '",
                "display_name | 'a\\nBcc: x@y.lt'",
                "domain_id | 'x'",
                "domain_id | 7",
                "assistant_id | 'x'",
                "reply_to_email | 'x'",
                "reply_to_email | 'a@b.lt\\r\\nBcc: x@y.lt'",
                "thread_history_depth | 21",
                "thread_history_depth | -1",
                "thread_history_depth | 1.5",
                "thread_history_depth | null",
                "approval_channel | []",
                "approval_channel | 'x'",
                "can_send_cold | 'yes'",
                "auto_approve_replies | 1",
                "email_address | 'a@b.lt'"
            })
    void a_bad_value_is_named(String field, String value) {
        String body = "{\"domain_id\": \"" + UNKNOWN + "\", \"local_part\": \"ada\", \"display_name\": \"Ada\"}";
        String json = value.replace('\'', '"');
        Reply refused = client.post(
                "identities",
                body.contains("\"" + field + "\"")
                        ? body.replaceFirst(
                                "\"" + field + "\": \"[^\"]*\"", ("\"" + field + "\": " + json).replace("\\", "\\\\"))
                        : body.substring(0, body.length() - 1) + ", \"" + field + "\": " + json + "}");

        assertInvalid(refused, field);
    }

    @Test
    void what_is_missing_is_named_in_the_documented_order() {
        Reply refused = client.post("identities", "{}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json()
                        .get("details")
                        .valueStream()
                        .map(each -> each.get("field").asString()))
                .containsExactly("domain_id", "local_part", "display_name");
    }

    @Test
    void limits_are_where_they_are_documented() {
        JsonNode domain = verified("limits");
        String longest = "a".repeat(64);

        assertThat(create(domain, longest, "\"display_name\": \"" + "n".repeat(200) + "\"")
                        .status())
                .isEqualTo(201);
        assertInvalid(create(domain, longest + "a", "\"display_name\": \"A\""), "local_part");
        assertInvalid(create(domain, "b", "\"display_name\": \"" + "n".repeat(201) + "\""), "display_name");
        String channel = "{\"a\":\"%s\"}";
        String full = channel.formatted("x".repeat(8192 - 8));
        assertThat(create(domain, "c", "\"display_name\": \"A\", \"approval_channel\": " + full)
                        .status())
                .isEqualTo(201);
        assertInvalid(
                create(
                        domain,
                        "d",
                        "\"display_name\": \"A\", \"approval_channel\": " + channel.formatted("x".repeat(8185))),
                "approval_channel");
        assertInvalid(
                create(domain, "e", "\"display_name\": \"A\", \"signature_text\": \"" + "s".repeat(10_001) + "\""),
                "signature_text");
    }

    @Test
    void an_address_belongs_to_one_living_identity() {
        JsonNode domain = verified("taken");
        JsonNode ada = identity(domain, "ada");

        assertError(create(domain, "ADA", "\"display_name\": \"A\""), 409, "conflict");
        assertThat(client.delete(path(ada)).status()).isEqualTo(204);
        assertError(client.get(path(ada)), 404, "not_found");
        assertThat(create(domain, "ada", "\"display_name\": \"A\"").status()).isEqualTo(201);
    }

    @Test
    void an_address_that_many_want_at_once_is_given_to_one() {
        JsonNode domain = verified("race");

        List<Reply> replies = Rush.of(8, index -> create(domain, "ada", "\"display_name\": \"A\""));

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    void an_identity_needs_a_verified_domain_of_its_own_account() {
        JsonNode pending = domain("unverified");
        assertError(create(pending, "ada", "\"display_name\": \"A\""), 409, "domain_not_verified");

        Client strangers = Tenant.open().client().at(client.base());
        JsonNode verified = verified("foreign");
        JsonNode ada = identity(verified, "ada");
        JsonNode assistant = client.post("assistants", "{\"name\": \"A\"}").json();
        assertError(strangers.post("identities", body(verified, "bob", "\"display_name\": \"B\"")), 404, "not_found");
        for (Reply reply : List.of(
                strangers.get(path(ada)),
                strangers.patch(path(ada), "{}"),
                strangers.delete(path(ada)),
                strangers.post(path(ada) + "/test-email", "{}"),
                strangers.get("domains/" + id(verified)),
                strangers.post("domains/" + id(verified) + "/verify", "{}"),
                strangers.delete("domains/" + id(verified)),
                strangers.get("assistants/" + id(assistant)),
                strangers.patch("assistants/" + id(assistant), "{}"),
                strangers.delete("assistants/" + id(assistant)))) {
            assertError(reply, 404, "not_found");
        }
        assertThat(strangers.get("identities").json().get("total").asInt()).isZero();
        assertError(
                create(verified, "carl", "\"display_name\": \"C\", \"assistant_id\": \"" + UNKNOWN + "\""),
                404,
                "not_found");
        assertError(client.patch(path(ada), "{\"assistant_id\": \"" + UNKNOWN + "\"}"), 404, "not_found");
        assertError(client.get("identities/7"), 404, "not_found");
    }

    @Test
    void a_domain_says_what_to_publish_and_becomes_verified() {
        String name = "Żółw-" + DOMAINS.incrementAndGet() + ".Example.";
        Reply added = client.post("domains", "{\"domain\": \"" + name + "\"}");

        assertThat(added.status()).isEqualTo(201);
        JsonNode domain = added.json();
        assertThat(domain.get("domain").asString())
                .startsWith("xn--")
                .endsWith(".example")
                .isLowerCase();
        assertThat(domain.get("status").asString()).isEqualTo("pending");
        assertThat(domain.get("records")
                        .valueStream()
                        .map(record -> record.get("type").asString()))
                .containsExactly("TXT", "TXT", "TXT", "MX");
        JsonNode failed = client.post("domains/" + id(domain) + "/verify", "{}").json();
        assertThat(failed.get("status").asString()).isEqualTo("failed");

        SharedServer.publish(domain);
        Reply verified = client.send("POST", "domains/" + id(domain) + "/verify", null);
        assertThat(verified.status()).isEqualTo(200);
        assertThat(verified.json().get("status").asString()).isEqualTo("verified");
        assertThat(verified.json().get("records").valueStream())
                .allMatch(record -> record.get("verified").asBoolean());
        assertThat(client.get("domains/" + id(domain)).json()).isEqualTo(verified.json());
        assertThat(SharedServer.log().ofRequest(verified.header("X-Request-Id").orElseThrow()))
                .filteredOn(event -> event.type().equals("DomainChecked"))
                .hasSize(1);
    }

    @Test
    void a_domain_is_taken_once_in_the_installation_and_goes_when_nobody_uses_it() {
        JsonNode domain = verified("once");
        String name = domain.get("domain").asString();
        Client strangers = Tenant.open().client().at(client.base());

        assertError(client.post("domains", "{\"domain\": \"" + name + "\"}"), 409, "conflict");
        assertError(
                strangers.post("domains", "{\"domain\": \"" + name.toUpperCase(Locale.ROOT) + "\"}"), 409, "conflict");
        JsonNode ada = identity(domain, "ada");
        assertError(client.delete("domains/" + id(domain)), 409, "domain_in_use");
        client.delete(path(ada));
        assertThat(client.delete("domains/" + id(domain)).status()).isEqualTo(204);
        assertError(client.get("domains/" + id(domain)), 404, "not_found");
        assertThat(strangers.post("domains", "{\"domain\": \"" + name + "\"}").status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "a b.lt", "192.0.2.1", "-a.lt", "a_b.lt", "https://a.lt", "x@a.lt", ".lt"})
    void what_is_no_domain_is_refused(String name) {
        assertInvalid(client.post("domains", "{\"domain\": \"" + name + "\"}"), "domain");
    }

    @Test
    void assistants_are_kept() {
        JsonNode assistant = client.post("assistants", "{\"name\": \" Desk \", \"description\": \"First.\"}")
                .json();
        assertThat(assistant.propertyNames())
                .containsExactly("id", "workspace_id", "name", "description", "created_at", "updated_at");
        assertThat(assistant.get("name").asString()).isEqualTo("Desk");
        String path = "assistants/" + id(assistant);
        assertThat(client.get(path).json()).isEqualTo(assistant);
        assertThat(client.patch(path, "{\"description\": null}")
                        .json()
                        .get("description")
                        .isNull())
                .isTrue();
        assertThat(client.patch(path, "{\"name\": \"Office\"}")
                        .json()
                        .get("name")
                        .asString())
                .isEqualTo("Office");
        assertThat(ids(client.get("assistants").json())).containsExactly(id(assistant));
        assertInvalid(client.post("assistants", "{}"), "name");
        assertInvalid(client.patch(path, "{\"name\": null}"), "name");

        JsonNode ada = identity(verified("assisted"), "ada");
        client.patch(path(ada), "{\"assistant_id\": \"" + id(assistant) + "\"}");
        assertThat(client.delete(path).status()).isEqualTo(204);
        assertError(client.get(path), 404, "not_found");
        assertThat(client.get(path(ada)).json().get("assistant_id").isNull()).isTrue();
    }

    @Test
    void a_test_mail_is_sent_and_its_outcome_is_an_event() throws Exception {
        JsonNode domain = verified("mails");
        JsonNode ada = identity(domain, "ada");
        client.patch(path(ada), """
                {"display_name": "Ada, Žalgiris", "signature_text": "Ada", "signature_html": "<b>Ada</b>",
                 "reply_to_email": "answers@example.lt"}""");

        Reply queued = client.post(path(ada) + "/test-email", "{\"to\": \"somebody@example.lt\"}");

        assertThat(queued.status()).isEqualTo(202);
        assertThat(queued.json().get("status").asString()).isEqualTo("queued");
        String mail = mailOf(queued);
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(SharedServer.log().ofStream(mail))
                        .extracting(EventLog.Recorded::type)
                        .containsExactly("MailQueued", "MailAttempted", "MailSent"));
        assertThat(SharedServer.mails())
                .filteredOn(message -> message.contains("somebody@example.lt"))
                .singleElement()
                .asString()
                .contains("From: =?UTF-8?", "<ada@" + domain.get("domain").asString() + ">")
                .contains("Reply-To: answers@example.lt", "<b>Ada</b>", "multipart/alternative");
    }

    @Test
    void a_suspended_identity_and_one_of_a_domain_that_failed_send_no_test_mail() {
        JsonNode domain = verified("silent");
        JsonNode ada = identity(domain, "ada");
        client.patch(path(ada), "{\"status\": \"suspended\"}");
        assertError(client.post(path(ada) + "/test-email", "{}"), 409, "identity_suspended");
        client.patch(path(ada), "{\"status\": \"active\"}");

        SharedServer.withdraw(domain);
        client.post("domains/" + id(domain) + "/verify", "{}");

        assertError(client.post(path(ada) + "/test-email", "{}"), 409, "domain_not_verified");
        assertInvalid(client.post(path(ada) + "/test-email", "{\"to\": \"x\"}"), "to");
    }

    @Test
    void the_guarantees_of_the_other_contracts_hold() {
        JsonNode domain = verified("guarantees");
        Reply first =
                client.post("identities", body(domain, "ada", "\"display_name\": \"A\""), "Idempotency-Key", "k1");
        Reply again =
                client.post("identities", body(domain, "ada", "\"display_name\": \"A\""), "Idempotency-Key", "k1");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).hasValue("true");
        Reply refused = client.post("identities", "{}", "Idempotency-Key", "k2");
        assertThat(client.post("identities", "{}", "Idempotency-Key", "k2").body())
                .isEqualTo(refused.body());
        assertError(client.post("identities", "{\"a\":1}", "Idempotency-Key", "k2"), 422, "validation_error");

        JsonNode ada = first.json();
        Reply read = client.get(path(ada), "Patchbay-Min-Position", Long.toString(first.position()));
        assertThat(read.position()).isGreaterThanOrEqualTo(first.position());
        assertThat(client.get(path(ada), "If-None-Match", read.etag()).status()).isEqualTo(304);
        assertThat(client.patch(path(ada), "{\"display_name\": \"B\"}", "If-Match", read.etag())
                        .status())
                .isEqualTo(200);
        assertError(
                client.patch(path(ada), "{\"display_name\": \"C\"}", "If-Match", read.etag()),
                412,
                "precondition_failed");
        assertError(client.delete(path(ada), "If-Match", read.etag()), 412, "precondition_failed");
        assertThat(client.get("identities").header("ETag")).isPresent();
    }

    @Test
    void a_key_must_be_good_and_may_do_what_it_says() {
        assertError(client.as("").get("identities"), 401, "unauthorized");
        assertError(client.as("idc_" + "x".repeat(32)).get("identities"), 401, "unauthorized");
        assertError(client.as("").get("nothing/here"), 401, "unauthorized");
        Client reader = tenant.with("read").at(client.base());
        assertThat(reader.get("identities").status()).isEqualTo(200);
        assertError(reader.post("assistants", "{}"), 403, "forbidden");
        assertError(tenant.with("write").at(client.base()).delete("assistants/" + UNKNOWN), 403, "forbidden");
        long project = tenant.project("Scoped");
        assertError(tenant.scopedTo(project, "read").at(client.base()).get("identities"), 403, "forbidden");
    }

    @Test
    void what_is_not_there_or_not_json_is_said_in_the_same_words() {
        assertError(client.get("nothing"), 404, "not_found");
        assertError(client.put("identities", "{}"), 405, "method_not_allowed");
        assertError(client.post("identities", "{"), 400, "bad_request");
        assertError(client.post("identities", "{}", "Content-Type", "text/plain"), 415, "unsupported_media_type");
    }

    private JsonNode domain(String label) {
        Reply added =
                client.post("domains", "{\"domain\": \"" + label + "-" + DOMAINS.incrementAndGet() + ".example\"}");
        assertThat(added.status()).isEqualTo(201);
        return added.json();
    }

    private JsonNode verified(String label) {
        JsonNode domain = domain(label);
        SharedServer.publish(domain);
        Reply verified = client.post("domains/" + id(domain) + "/verify", "{}");
        assertThat(verified.json().get("status").asString()).isEqualTo("verified");
        return verified.json();
    }

    private JsonNode identity(JsonNode domain, String localPart) {
        Reply created = create(domain, localPart, "\"display_name\": \"Ada\"");
        assertThat(created.status()).isEqualTo(201);
        return created.json();
    }

    private Reply create(JsonNode domain, String localPart, String more) {
        return client.post("identities", body(domain, localPart, more));
    }

    private static String body(JsonNode domain, String localPart, String more) {
        return "{\"domain_id\": \"" + id(domain) + "\", \"local_part\": \"" + localPart + "\", " + more + "}";
    }

    private static String mailOf(Reply queued) {
        return SharedServer.log().ofRequest(queued.header("X-Request-Id").orElseThrow()).stream()
                .filter(event -> event.type().equals("MailQueued"))
                .findFirst()
                .orElseThrow()
                .stream();
    }

    private static void assertInvalid(Reply refused, String field) {
        assertError(refused, 422, "validation_error");
        assertThat(refused.json()
                        .get("details")
                        .valueStream()
                        .map(each -> each.get("field").asString()))
                .containsExactly(field);
    }

    private static void assertError(Reply refused, int status, String error) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(status);
        assertThat(refused.json().get("error").asString()).isEqualTo(error);
        assertThat(refused.json().get("message").asString()).isNotBlank();
    }

    private static String path(JsonNode identity) {
        return "identities/" + id(identity);
    }

    private static String id(JsonNode thing) {
        return thing.get("id").asString();
    }

    private static List<String> ids(JsonNode list) {
        return list.get("data").valueStream().map(IdentitiesIT::id).toList();
    }
}
