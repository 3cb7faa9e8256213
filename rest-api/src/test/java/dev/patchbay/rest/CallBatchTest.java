package dev.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Behind;
import dev.patchbay.shared.Refusal.Reason;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.account.AccountQuery.FindAccount;
import dev.patchbay.shared.apikey.ApiKeyQuery.FindApiKey;
import dev.patchbay.shared.call.CallCommand.RecordCall;
import dev.patchbay.shared.call.CallDirection;
import dev.patchbay.shared.call.CallFacts;
import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.call.CallQuery.FindCalledNumber;
import dev.patchbay.shared.call.CallQuery.ListKnownReferences;
import dev.patchbay.shared.call.CallStatus;
import dev.patchbay.shared.call.ExternalId;
import dev.patchbay.shared.request.AcceptRequest;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallBatchTest extends ApiTest {
    private static final String MISSED =
            "{\"virtual_number_id\":7,\"direction\":\"inbound\",\"call_status\":\"missed\"}";

    @Test
    void answers_every_line_in_its_order_and_harms_none_by_another() {
        HttpResponse<String> response = batch(String.join(
                "\n",
                known("a"),
                "",
                known("a"),
                "{\"virtual_number_id\":7,\"direction\":\"up\",\"call_duration\":-1}",
                "{\"virtual_number_id\":8}",
                "{\"virtual_number_id\":7,\"direction\":\"inbound\",\"call_status\":\"answered\",\"operator_id\":13}",
                "[]",
                "{\"a\":1,\"a\":2}",
                "{}",
                " \t\r",
                MISSED + "\r"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(response.body()).isEqualTo("""
                        {"line":1,"status":201,"id":%1$d}
                        {"line":3,"status":200,"id":%1$d}
                        {"line":4,"status":422,"errors":["Direction is not included in the list",\
                        "Call status can't be blank","Call duration must be between 0 and 2592000"]}
                        {"line":5,"status":404,"error":"Resource not found"}
                        {"line":6,"status":404,"error":"Resource not found"}
                        {"line":7,"status":400,"error":"Malformed JSON"}
                        {"line":8,"status":400,"error":"Malformed JSON"}
                        {"line":9,"status":422,"error":"virtual_number_id is required"}
                        {"line":11,"status":201,"id":%2$d}
                        """.formatted(recorded(0), recorded(1)));
        assertThat(commits()).hasSize(1);
    }

    @Test
    void knows_again_what_came_before() {
        batch(known("again"));
        long id = recorded(0);
        backend.forget();

        assertThat(batch(known("again")).body()).isEqualTo("{\"line\":1,\"status\":200,\"id\":" + id + "}\n");
        assertThat(backend.dispatched).isEmpty();
    }

    @Test
    void is_worked_off_some_lines_at_a_time_and_keeps_nothing_it_looked_up_for_the_next() {
        HttpResponse<String> response = batch((MISSED + "\n").repeat(250));

        assertThat(response.body().lines()).hasSize(250).allMatch(line -> line.contains("\"status\":201"));
        assertThat(commits()).extracting(commit -> commit.commands().size()).containsExactly(100, 100, 50);
        assertThat(backend.asked.stream().filter(FindCalledNumber.class::isInstance))
                .hasSize(3);
        assertThat(backend.dispatched.stream()
                        .map(message -> message.getMetaData().get("request_id"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void records_line_by_line_what_is_refused_together() {
        backend.refuse(Reason.INVALID, "one of them");
        backend.refuse(Reason.INVALID, "the first");

        HttpResponse<String> response = batch(MISSED + "\n" + MISSED);

        assertThat(response.body().lines())
                .containsExactly(
                        "{\"line\":1,\"status\":422,\"errors\":[\"the first\"]}",
                        "{\"line\":2,\"status\":201,\"id\":"
                                + recorded(backend.commands().size() - 1) + "}");
    }

    @Test
    void knows_the_winner_of_a_race_that_it_lost() {
        backend.refuse(Reason.CONCURRENT, "taken");
        backend.whileDeciding = () -> {
            backend.calls.apply(new RecordCall(
                    new CallId(78),
                    new AccountId(1),
                    new VirtualNumberId(7),
                    new ExternalId("raced"),
                    new CallFacts(
                            CallDirection.INBOUND,
                            null,
                            null,
                            CallStatus.BUSY,
                            0,
                            null,
                            false,
                            null,
                            Backend.NOON,
                            null)));
            backend.whileDeciding = () -> {};
        };

        assertThat(batch(MISSED + "\n" + known("raced")).body().lines())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("{\"line\":1,\"status\":201,"),
                        second -> assertThat(second).isEqualTo("{\"line\":2,\"status\":200,\"id\":78}"));
    }

    @Test
    void gives_up_on_a_line_that_others_keep_deciding_about() {
        IntStream.range(0, 5).forEach(attempt -> backend.refuse(Reason.CONCURRENT, "taken"));

        assertThat(batch(MISSED).body())
                .isEqualTo(
                        "{\"line\":1,\"status\":409," + "\"error\":\"Others keep changing this at the same time\"}\n");
    }

    @Test
    void says_of_every_line_left_when_the_log_cannot_be_written() {
        backend.whileDeciding = () -> backend.refuse(Reason.UNAVAILABLE, "disk full");

        HttpResponse<String> response = batch((MISSED + "\n").repeat(150));

        assertThat(response.body().lines())
                .hasSize(150)
                .allMatch(
                        line -> line.endsWith("\"status\":503,\"error\":\"The log cannot be written at the moment\"}"));
        assertThat(commits()).hasSize(1);
    }

    @Test
    void goes_on_when_the_views_are_slow_and_keeps_what_is_known_of_a_line() {
        var known = backend.answers.get(ListKnownReferences.class);
        backend.answering(ListKnownReferences.class, query -> {
            backend.answers.put(ListKnownReferences.class, known);
            throw new Behind(99, 40);
        });

        HttpResponse<String> response = batch("[]\n" + known("slow") + "\n" + (MISSED + "\n").repeat(100));

        assertThat(response.body().lines())
                .hasSize(102)
                .startsWith(
                        "{\"line\":1,\"status\":400,\"error\":\"Malformed JSON\"}",
                        "{\"line\":2,\"status\":503,\"error\":\"Not yet at position 99\"}")
                .endsWith(
                        "{\"line\":101,\"status\":201,\"id\":" + recorded(0) + "}",
                        "{\"line\":102,\"status\":201,\"id\":" + recorded(1) + "}");
    }

    @Test
    void keeps_what_is_known_of_a_line_when_the_log_cannot_be_written() {
        batch(known("before"));
        long before = recorded(0);
        backend.refuse(Reason.UNAVAILABLE, "disk full");
        String unwritable = "\"status\":503,\"error\":\"The log cannot be written at the moment\"}";

        assertThat(batch(String.join("\n", known("new"), known("before"), known("new"), "{}"))
                        .body()
                        .lines())
                .containsExactly(
                        "{\"line\":1," + unwritable,
                        "{\"line\":2,\"status\":200,\"id\":" + before + "}",
                        "{\"line\":3," + unwritable,
                        "{\"line\":4,\"status\":422,\"error\":\"virtual_number_id is required\"}");
    }

    @Test
    void says_what_is_durable_but_not_to_be_seen_yet() {
        var known = backend.answers.get(FindAccount.class);
        backend.answering(FindAccount.class, query -> {
            if (query.moment().atLeast() == Long.MAX_VALUE) {
                throw new Behind(99, 40);
            }
            return known.apply(query);
        });
        try {
            assertThat(batch(MISSED + "\n{}").body().lines())
                    .containsExactly(
                            "{\"line\":1,\"status\":202,\"id\":" + recorded(0) + "}",
                            "{\"line\":2,\"status\":422,\"error\":\"virtual_number_id is required\"}");
        } finally {
            backend.answers.put(FindApiKey.class, known);
        }
    }

    @Test
    void is_safe_to_send_again_under_a_key_also_for_lines_without_an_external_id() {
        String lines = MISSED + "\n" + MISSED + "\n" + known("with id");
        HttpResponse<String> first = batch(lines, "Idempotency-Key", "batch");
        List<Object> commands = backend.commands();
        backend.forget();

        HttpResponse<String> again = batch(lines, "Idempotency-Key", "batch");

        assertThat(first.body().lines()).allMatch(line -> line.contains("\"status\":201"));
        assertThat(commands)
                .extracting(Object::getClass)
                .containsExactly(List.of(
                                RecordCall.class,
                                AcceptRequest.class,
                                RecordCall.class,
                                AcceptRequest.class,
                                RecordCall.class)
                        .toArray(Class[]::new));
        assertThat(again.body())
                .isEqualTo(first.body().replace("\"line\":3,\"status\":201", "\"line\":3,\"status\":200"));
        assertThat(backend.dispatched).isEmpty();
    }

    @Test
    void tells_lines_under_a_key_by_what_they_say() {
        batch(MISSED, "Idempotency-Key", "other lines");

        assertThat(batch(MISSED + " \n" + MISSED, "Idempotency-Key", "other lines")
                        .body()
                        .lines())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isEqualTo("{\"line\":1,\"status\":422,"
                                        + "\"error\":\"Idempotency-Key was used for another request\"}"),
                        second -> assertThat(second).startsWith("{\"line\":2,\"status\":201,"));
    }

    @Test
    void is_nothing_when_it_is_empty() {
        assertThat(answer(batch(""))).isEqualTo("200 ");
        assertThat(answer(batch("\n \n\n"))).isEqualTo("200 ");
    }

    @Test
    void is_refused_when_it_is_no_list_of_lines() {
        assertThat(answer(api.send("POST", "/calls/batch", MISSED, "Content-Type", "application/json")))
                .isEqualTo("415 {\"error\":\"Content-Type must be application/x-ndjson\"}");
        assertThat(answer(batch(MISSED, "Patchbay-Reason", "x".repeat(1001)))).startsWith("400 ");
        assertThat(answer(batch(MISSED, "Idempotency-Key", ""))).startsWith("400 ");
        assertThat(backend.dispatched).isEmpty();
    }

    @Test
    void is_refused_as_a_whole_when_it_is_too_large() {
        assertThat(answer(batch("x\n".repeat(100_001)))).isEqualTo("413 {\"error\":\"Request body too large\"}");
        assertThat(backend.dispatched).isEmpty();
    }

    @Test
    void harms_no_line_by_one_that_is_too_long() {
        String longLine = MISSED + " ".repeat(256 * 1024);

        assertThat(batch(MISSED + "\n" + longLine + "\n" + MISSED).body())
                .isEqualTo("{\"line\":1,\"status\":201,\"id\":%d}\n".formatted(recorded(0))
                        + "{\"line\":2,\"status\":413,\"error\":\"Line too long\"}\n"
                        + "{\"line\":3,\"status\":201,\"id\":%d}\n".formatted(recorded(1)));
    }

    @Test
    void takes_every_call_that_a_request_of_its_own_may_record_however_it_is_written() {
        String summary = "\\ud83d\\ude00".repeat(10_000);

        assertThat(batch(MISSED.replace("{", "{\"transcript_summary\":\"" + summary + "\","))
                        .body())
                .isEqualTo("{\"line\":1,\"status\":201,\"id\":%d}\n".formatted(recorded(0)));
    }

    @Test
    void takes_a_hundred_thousand_lines_blank_ones_not_counted() {
        assertThat(batch("x\n\n".repeat(100_000)).body().lines())
                .hasSize(100_000)
                .last()
                .isEqualTo("{\"line\":199999,\"status\":400,\"error\":\"Malformed JSON\"}");
    }

    @Test
    void records_nothing_when_it_is_cut_off() {
        api.raw("POST /api/v1/public/calls/batch HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Backend.KEY + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(MISSED.length() + 1) + "\r\n" + MISSED + "\n\r\nzz\r\n");

        assertThat(backend.dispatched).isEmpty();
    }

    private HttpResponse<String> batch(String lines, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/x-ndjson";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return api.send("POST", "/calls/batch", lines, all);
    }

    private static String known(String externalId) {
        return MISSED.replace("{", "{\"external_id\":\"" + externalId + "\",");
    }

    private long recorded(int index) {
        return ((RecordCall) backend.commands().get(index)).id().value();
    }

    private List<Together> commits() {
        return backend.dispatched.stream()
                .map(message -> (Object) message.getPayload())
                .filter(Together.class::isInstance)
                .map(Together.class::cast)
                .collect(Collectors.toList());
    }
}
