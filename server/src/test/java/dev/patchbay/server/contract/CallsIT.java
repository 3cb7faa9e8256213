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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(SharedServer.class)
class CallsIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MISSED = """
            {"direction": "inbound", "call_status": "missed"}""";

    private Tenant tenant;
    private Client client;
    private long number;

    @BeforeEach
    void open() {
        tenant = Tenant.open();
        client = tenant.client();
        number = tenant.number("Sales line");
    }

    @Test
    void records_a_call_with_all_that_is_known_of_it() {
        long operator = tenant.operator("Alice Carter");

        Reply recorded = client.post(calls(), """
                {"external_id": " CA01 ", "direction": "inbound", "phone_number": "(555) 888-4444",
                 "caller_name": "John Smith", "call_status": "answered", "call_duration": 213, "operator_id": %d,
                 "ai_handled": true, "transcript_summary": "He called back.",
                 "started_at": "2026-04-14T18:22:05.7+02:00", "ended_at": "2026-04-14T16:25:38Z"}""".formatted(operator));

        assertAnswer(recorded, 201, """
                {"data": {"id": %d, "virtual_number_id": %d, "external_id": "CA01", "direction": "inbound",
                  "phone_number": "+15558884444", "caller_name": "John Smith", "call_status": "answered",
                  "call_duration": 213, "operator_id": %d, "ai_handled": true, "transcript_summary": "He called back.",
                  "started_at": "2026-04-14T16:22:05Z", "ended_at": "2026-04-14T16:25:38Z"}}""".formatted(recorded.id(), number, operator));
        Reply found = client.get("/calls/" + recorded.id());
        assertAnswer(found, 200, recorded.body());
        assertThat(found.etag()).isEqualTo(recorded.etag());
        assertThat(client.get("/calls/" + recorded.id(), "If-None-Match", found.etag())
                        .status())
                .isEqualTo(304);
    }

    @Test
    void records_a_call_that_begins_now() {
        Instant before = Instant.now().minusSeconds(1);

        Reply recorded = client.post(calls(), """
                {"direction": "outbound", "call_status": "ringing", "phone_number": null}""");

        assertThat(Instant.parse(recorded.data().get("started_at").asString())).isBetween(before, Instant.now());
        assertThat(recorded.data().get("phone_number").isNull()).isTrue();
        assertThat(recorded.data().get("external_id").isNull()).isTrue();
        assertThat(recorded.data().get("call_duration").asLong()).isZero();
    }

    @Test
    void answers_a_known_external_id_with_its_call_and_records_nothing() {
        Reply first = client.post(calls(), known("CA01", "ringing"));
        client.patch("/calls/" + first.id(), """
                {"call_status": "busy"}""");

        Reply again = client.post(calls(), known("CA01", "missed"), "X-Request-Id", "again " + number);
        Reply elsewhere = client.post("/virtual_numbers/" + tenant.number("Other") + "/calls", known("CA01", "missed"));

        assertAnswer(again, 200, client.get("/calls/" + first.id()).body());
        assertThat(again.data().get("call_status").asString()).isEqualTo("busy");
        assertThat(SharedServer.log().ofRequest("again " + number)).isEmpty();
        assertThat(elsewhere.status()).isEqualTo(201);
        assertThat(elsewhere.id()).isNotEqualTo(first.id());
    }

    @Test
    void refuses_a_known_call_that_is_not_said_as_it_must_be() {
        client.post(calls(), known("CA01", "ringing"));

        assertInvalid(client.post(calls(), """
                {"external_id": "CA01"}"""), "Direction can't be blank", "Call status can't be blank");
    }

    @Test
    void records_one_call_when_many_report_it_at_the_same_moment() {
        List<Reply> replies = Rush.of(12, any -> client.post(calls(), known("raced", "missed")));

        assertThat(replies).extracting(Reply::status).containsOnly(200, 201);
        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies)
                .extracting(Reply::id)
                .containsOnly(replies.getFirst().id());
        assertThat(ids(client.get("/calls").data())).hasSize(1);
    }

    @Test
    void takes_effect_once_under_a_key_and_answers_alike() {
        Reply made = client.post(calls(), known("keyed", "missed"), "Idempotency-Key", "one");
        Reply replayed = client.post(calls(), known("keyed", "missed"), "Idempotency-Key", "one");
        Reply known = client.post(calls(), known("keyed", "missed"), "Idempotency-Key", "two");
        client.patch("/calls/" + made.id(), """
                {"ai_handled": true}""");
        Reply knownReplayed = client.post(
                calls(), known("keyed", "missed"), "Idempotency-Key", "two", "X-Request-Id", "known again " + number);

        assertAnswer(replayed, 201, made.body());
        assertThat(replayed.header("Idempotent-Replayed")).hasValue("true");
        assertAnswer(known, 200, made.body());
        assertThat(known.header("Idempotent-Replayed")).isEmpty();
        assertAnswer(knownReplayed, 200, made.body());
        assertThat(knownReplayed.header("Idempotent-Replayed")).hasValue("true");
        assertThat(knownReplayed.etag()).isEqualTo(known.etag());
        assertThat(SharedServer.log().ofRequest("known again " + number)).isEmpty();
    }

    @Test
    void refuses_what_contradicts_itself() {
        long operator = tenant.operator("Alice Carter");

        assertInvalid(
                client.post(calls(), """
                {"direction": "inbound", "call_status": "missed", "operator_id": %d}""".formatted(operator)), "Operator must be null unless the call was answered");
        assertInvalid(client.post(calls(), """
                {"direction": "inbound", "call_status": "ringing", "ended_at": "2026-04-14T16:25:38Z",
                 "started_at": "2026-04-14T16:22:05Z"}"""), "Ended at must be null while the call is ringing");
        assertInvalid(client.post(calls(), """
                {"direction": "inbound", "call_status": "missed", "ended_at": "2026-04-14T16:22:04Z",
                 "started_at": "2026-04-14T16:22:05Z"}"""), "Ended at must not be before started at");
    }

    @Test
    void takes_late_calls_of_released_numbers_and_deleted_operators() {
        long operator = tenant.operator("Alice Carter");
        client.delete("/virtual_numbers/" + number);
        client.delete("/operators/" + operator);

        Reply late = client.post(calls(), """
                {"direction": "inbound", "call_status": "answered", "operator_id": %d, "call_duration": 5,
                 "started_at": "2026-01-05T10:00:00Z"}""".formatted(operator));

        assertThat(late.status()).isEqualTo(201);
        assertThat(ids(client.get("/calls?virtual_number_id=" + number).data())).containsExactly(late.id());
        assertThat(ids(client.get("/calls?operator_id=" + operator).data())).containsExactly(late.id());
        assertThat(client.get("/calls/" + late.id()).status()).isEqualTo(200);
        assertThat(client.patch("/calls/" + late.id(), """
                {"call_duration": 6}""").status()).isEqualTo(200);
    }

    @Test
    void finds_no_numbers_operators_and_calls_of_others() {
        Tenant stranger = Tenant.open();
        long foreignOperator = stranger.operator("Mallory");
        long call = client.post(calls(), MISSED).id();

        assertNotFound(stranger.client().post(calls(), MISSED));
        assertNotFound(client.post("/virtual_numbers/999999999/calls", MISSED));
        assertNotFound(client.post(calls(), """
                {"direction": "inbound", "call_status": "answered", "operator_id": %d}""".formatted(foreignOperator)));
        assertNotFound(stranger.client().get("/calls/" + call));
        assertNotFound(stranger.client().patch("/calls/" + call, "{}"));
        assertNotFound(client.patch("/calls/" + call, """
                {"operator_id": %d}""".formatted(foreignOperator)));
        assertThat(ids(stranger.client().get("/calls").data())).isEmpty();
        assertThat(ids(stranger.client()
                        .get("/calls?virtual_number_id=" + number)
                        .data()))
                .isEmpty();
    }

    @Test
    void moves_a_call_along_and_corrects_it_by_facts_of_their_own() {
        long operator = tenant.operator("Alice Carter");
        long call = client.post(calls(), """
                {"direction": "inbound", "call_status": "ringing", "started_at": "2026-04-14T16:22:05Z"}""").id();

        revise(call, "answer", """
                {"call_status": "answered", "operator_id": %d}""".formatted(operator));
        revise(call, "end", """
                {"call_duration": 213, "ended_at": "2026-04-14T16:25:38Z"}""");
        revise(call, "correct", """
                {"call_duration": 200, "direction": "outbound", "caller_name": "John", "ai_handled": true}""");
        revise(call, "nothing", """
                {"call_duration": 200, "direction": "outbound", "caller_name": "John", "ai_handled": true}""");

        assertThat(facts("answer")).containsExactly("CallAnswered");
        assertThat(facts("end")).containsExactly("CallEnded");
        assertThat(facts("correct"))
                .containsExactly(
                        "CallDirectionCorrected", "CallPartyCorrected", "CallDurationCorrected", "AiHandlingCorrected");
        assertThat(facts("nothing")).isEmpty();
        assertThat(client.get("/calls/" + call).data().toString())
                .isEqualTo(JSON.readTree("""
                {"id": %d, "virtual_number_id": %d, "external_id": null, "direction": "outbound", "phone_number": null,
                 "caller_name": "John", "call_status": "answered", "call_duration": 200, "operator_id": %d,
                 "ai_handled": true, "transcript_summary": null, "started_at": "2026-04-14T16:22:05Z",
                 "ended_at": "2026-04-14T16:25:38Z"}""".formatted(call, number, operator)).toString());
    }

    @Test
    void is_not_revised_by_halves_nor_unseen() {
        Reply call = client.post(calls(), """
                {"direction": "inbound", "call_status": "ringing"}""");
        client.patch("/calls/" + call.id(), """
                {"call_status": "missed"}""");

        Reply stale = client.patch("/calls/" + call.id(), """
                {"call_status": "busy"}""", "If-Match", call.etag());

        assertError(stale, 412, "Precondition failed");
        assertThat(client.patch("/calls/" + call.id(), """
                {"call_status": "busy"}""", "If-Match", stale.etag())
                        .status())
                .isEqualTo(200);
        assertInvalid(client.patch("/calls/" + call.id(), """
                {"call_duration": 7, "ended_at": "2026-01-01T00:00:00Z"}"""), "Ended at must not be before started at");
        assertThat(client.get("/calls/" + call.id()).data().get("call_duration").asLong())
                .isZero();
    }

    @Test
    void shows_a_ringing_call_among_the_recent_ones() {
        long call = client.post(calls(), """
                {"direction": "inbound", "call_status": "ringing", "started_at": "2026-04-14T16:22:05Z"}""").id();

        JsonNode recent = client.get("/virtual_numbers/" + number).data().get("recent_calls");

        assertThat(ids(recent)).containsExactly(call);
        assertThat(recent.get(0).get("created_at").asString()).isEqualTo("2026-04-14T16:22:05Z");
    }

    @Test
    void lists_calls_by_every_filter() {
        long operator = tenant.operator("Alice Carter");
        long project = tenant.project("Sales");
        long other = tenant.number("Other");
        tenant.assign(project, other);
        long first = at("2026-01-01T10:00:00Z", "\"call_status\": \"missed\", \"direction\": \"inbound\"", number);
        long second = at(
                "2026-01-02T10:00:00Z",
                "\"call_status\": \"answered\", \"direction\": \"outbound\", \"operator_id\": " + operator,
                number);
        long third = at("2026-01-03T10:00:00Z", "\"call_status\": \"busy\", \"direction\": \"inbound\"", other);

        assertThat(listed("")).containsExactly(third, second, first);
        assertThat(listed("virtual_number_id=" + number)).containsExactly(second, first);
        assertThat(listed("virtual_number_id=999999999")).isEmpty();
        assertThat(listed("operator_id=" + operator)).containsExactly(second);
        assertThat(listed("project_id=" + project)).containsExactly(third);
        assertThat(listed("call_status=busy")).containsExactly(third);
        assertThat(listed("direction=inbound")).containsExactly(third, first);
        assertThat(listed("from=2026-01-02T10:00:00Z")).containsExactly(third, second);
        assertThat(listed("to=2026-01-02T10:00:00Z")).containsExactly(first);
        assertThat(listed("from=2026-01-02T12:00:00+02:00&to=2026-01-03T12:00:00%2B02:00"))
                .containsExactly(second);
        assertThat(listed("direction=inbound&virtual_number_id=" + number)).containsExactly(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=yesterday", "to=2026-01-01"})
    void refuses_times_that_are_none(String query) {
        assertError(
                client.get("/calls?" + query),
                422,
                query.replaceFirst("=.*", "") + " must be a time such as 2026-11-20T10:00:00Z");
    }

    @Test
    void lists_the_same_calls_part_by_part_whatever_comes_in_meanwhile() {
        List<Long> there = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            there.addFirst(at(
                    "2026-01-0%dT10:00:00Z".formatted(1 + i / 2),
                    "\"call_status\": \"missed\", \"direction\": \"inbound\"",
                    number));
        }
        List<Long> seen = new ArrayList<>();
        String cursor = "";
        do {
            Reply part = client.get("/calls?per_page=2" + cursor);
            seen.addAll(ids(part.data()));
            at("2026-01-09T10:00:00Z", "\"call_status\": \"missed\", \"direction\": \"inbound\"", number);
            at("2026-01-01T00:00:00Z", "\"call_status\": \"missed\", \"direction\": \"inbound\"", number);
            client.patch("/calls/" + there.getLast(), """
                    {"started_at": "2026-02-0%dT10:00:00Z"}""".formatted(1 + seen.size()));
            JsonNode next = part.json().get("meta").get("next_cursor");
            assertThat(part.json().get("meta").get("per_page").asInt()).isEqualTo(2);
            cursor = next.isNull() ? null : "&cursor=" + next.asString();
        } while (cursor != null);

        assertThat(seen).isEqualTo(there);
        assertError(client.get("/calls?cursor=x"), 422, "cursor is invalid");
    }

    @Test
    void keeps_a_project_scoped_key_to_its_project() {
        long project = tenant.project("Sales");
        long inside = tenant.number("Inside");
        tenant.assign(project, inside);
        long operator = tenant.operator("Alice Carter");
        Client scoped = tenant.scopedTo(project, "read", "write");
        long outsideCall = client.post(calls(), MISSED).id();

        Reply recorded = scoped.post("/virtual_numbers/" + inside + "/calls", MISSED);

        assertThat(recorded.status()).isEqualTo(201);
        assertNotFound(scoped.post(calls(), MISSED));
        assertNotFound(scoped.get("/calls/" + outsideCall));
        assertNotFound(scoped.post("/virtual_numbers/" + inside + "/calls", """
                {"direction": "inbound", "call_status": "answered", "operator_id": %d}""".formatted(operator)));
        assertThat(ids(scoped.get("/calls").data())).containsExactly(recorded.id());
        assertThat(batch(scoped, line(number, null), line(inside, null)).body().lines())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isEqualTo("{\"line\":1,\"status\":404,\"error\":\"Resource not found\"}"),
                        second -> assertThat(second).startsWith("{\"line\":2,\"status\":201,\"id\":"));
        client.delete("/virtual_numbers/" + inside);
        assertThat(scoped.post("/virtual_numbers/" + inside + "/calls", MISSED).status())
                .isEqualTo(201);
    }

    @Test
    void needs_the_permission() {
        Client reading = tenant.with("read");
        Client writing = tenant.with("write");

        assertError(reading.post(calls(), MISSED), 403, "Write permission required");
        assertError(reading.patch("/calls/1", "{}"), 403, "Write permission required");
        assertError(batch(reading, line(number, null)), 403, "Write permission required");
        assertError(writing.get("/calls"), 403, "Read permission required");
        assertError(writing.get("/calls/1"), 403, "Read permission required");
    }

    @Test
    void records_a_thousand_lines_of_which_some_are_bad() {
        long known = client.post(calls(), known("known", "missed")).id();
        String[] lines = IntStream.rangeClosed(1, 1000)
                .mapToObj(i -> switch (i % 100) {
                    case 1 -> line(number, "known");
                    case 2 -> "{\"virtual_number_id\":" + number + "}";
                    case 3 -> line(999999999, null);
                    case 4 -> "not JSON";
                    case 5 -> "";
                    case 6, 7 -> line(number, "twice " + i / 100);
                    default -> line(number, "line " + i);
                })
                .toArray(String[]::new);

        Reply reply = batch(client, lines);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).hasValue("application/x-ndjson");
        List<JsonNode> results = results(reply);
        assertThat(results).hasSize(990);
        assertThat(results)
                .extracting(result -> result.get("line").asInt())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(results).allSatisfy(result -> {
            int line = result.get("line").asInt();
            int expected = switch (line % 100) {
                case 1, 7 -> 200;
                case 2 -> 422;
                case 3 -> 404;
                case 4 -> 400;
                default -> 201;
            };
            assertThat(result.get("status").asInt()).as("line %d", line).isEqualTo(expected);
        });
        assertThat(results.getFirst().get("id").asLong()).isEqualTo(known);
        assertThat(results.stream()
                        .filter(result -> result.has("id"))
                        .map(result -> result.get("id").asLong())
                        .distinct())
                .hasSize(1 + 940);
        assertThat(total()).isEqualTo(1 + 940);
    }

    @Test
    void loses_nothing_and_records_nothing_twice_when_a_batch_is_sent_again() {
        String[] lines = IntStream.range(0, 250)
                .mapToObj(i -> line(number, i % 2 == 0 ? null : "line " + i))
                .toArray(String[]::new);

        Reply first = batchWith(client, "Idempotency-Key", "batch", lines);
        Reply again = batchWith(client, "Idempotency-Key", "batch", lines);

        assertThat(results(first))
                .extracting(result -> result.get("status").asInt())
                .containsOnly(201);
        assertThat(results(again))
                .extracting(result -> result.get("status").asInt())
                .containsOnly(200, 201);
        assertThat(callIds(again)).isEqualTo(callIds(first));
        assertThat(total()).isEqualTo(250);
    }

    @Test
    void records_each_call_once_when_batches_arrive_at_the_same_moment() {
        String[] lines =
                IntStream.range(0, 120).mapToObj(i -> line(number, "line " + i)).toArray(String[]::new);
        String[] backwards = List.of(lines).reversed().toArray(String[]::new);

        List<Reply> replies = Rush.of(4, i -> batch(client, i % 2 == 0 ? lines : backwards));

        assertThat(replies)
                .allSatisfy(reply -> assertThat(results(reply))
                        .hasSize(120)
                        .extracting(result -> result.get("status").asInt())
                        .containsAnyOf(200, 201)
                        .isSubsetOf(200, 201));
        assertThat(replies.stream()
                        .flatMap(reply -> results(reply).stream())
                        .filter(result -> result.get("status").asInt() == 201))
                .hasSize(120);
        assertThat(total()).isEqualTo(120);
    }

    @Test
    void says_who_sent_a_batch_on_every_fact_of_it() {
        batchWith(client, "X-Request-Id", "batch of " + number, line(number, "one"), line(number, null));

        assertThat(SharedServer.log().ofRequest("batch of " + number))
                .extracting(Recorded::type)
                .containsExactlyInAnyOrder("CallRecorded", "CallReferenceTaken", "CallRecorded");
    }

    @Test
    void records_nothing_of_a_batch_that_is_too_large_or_of_another_type() {
        String[] tooMany = IntStream.rangeClosed(0, 100_000)
                .mapToObj(i -> i == 0 ? line(number, null) : "x")
                .toArray(String[]::new);

        assertError(batch(client, tooMany), 413, "Request body too large");
        assertError(client.post("/calls/batch", line(number, null)), 415, "Content-Type must be application/x-ndjson");
        assertThat(total()).isZero();
    }

    @Test
    void harms_no_line_by_one_that_is_too_long() {
        String summary = "\\ud83d\\ude00".repeat(9_000);

        Reply reply = batch(
                client,
                line(number, null).replace("{", "{\"transcript_summary\":\"" + summary + "\","),
                "{\"x\":\"" + "x".repeat(262_144) + "\"}",
                line(number, null));

        assertThat(results(reply))
                .extracting(result -> result.get("status").asInt())
                .containsExactly(201, 413, 201);
        assertThat(total()).isEqualTo(2);
    }

    private String calls() {
        return "/virtual_numbers/" + number + "/calls";
    }

    private static String known(String externalId, String status) {
        return """
                {"external_id": "%s", "direction": "inbound", "call_status": "%s"}""".formatted(externalId, status);
    }

    private long at(String startedAt, String members, long of) {
        Reply recorded = client.post("/virtual_numbers/" + of + "/calls", """
                {"started_at": "%s", %s}""".formatted(startedAt, members));
        assertThat(recorded.status()).isEqualTo(201);
        return recorded.id();
    }

    private List<Long> listed(String query) {
        return ids(client.get("/calls?" + query).data());
    }

    private void revise(long call, String request, String changes) {
        assertThat(client.patch("/calls/" + call, changes, "X-Request-Id", request + " " + number)
                        .status())
                .isEqualTo(200);
    }

    private List<String> facts(String request) {
        return SharedServer.log().ofRequest(request + " " + number).stream()
                .map(Recorded::type)
                .toList();
    }

    private static String line(long of, String externalId) {
        return """
                {"virtual_number_id":%d,"external_id":%s,"direction":"inbound","call_status":"missed"}""".formatted(of, externalId == null ? null : '"' + externalId + '"');
    }

    private static Reply batch(Client by, String... lines) {
        return by.post("/calls/batch", String.join("\n", lines), "Content-Type", "application/x-ndjson");
    }

    private static Reply batchWith(Client by, String header, String value, String... lines) {
        return by.post("/calls/batch", String.join("\n", lines), "Content-Type", "application/x-ndjson", header, value);
    }

    private static List<JsonNode> results(Reply reply) {
        return reply.body().lines().<JsonNode>map(JSON::readTree).toList();
    }

    private static List<Long> callIds(Reply reply) {
        return results(reply).stream().map(result -> result.get("id").asLong()).collect(Collectors.toList());
    }

    private long total() {
        return client.get("/virtual_numbers/" + number)
                .data()
                .get("stats")
                .get("total_calls")
                .asLong();
    }
}
