package dev.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Refusal.Reason;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.call.CallChange;
import dev.patchbay.shared.call.CallCommand.RecordCall;
import dev.patchbay.shared.call.CallCommand.ReviseCall;
import dev.patchbay.shared.call.CallDirection;
import dev.patchbay.shared.call.CallFacts;
import dev.patchbay.shared.call.CallFilter;
import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.call.CallPage;
import dev.patchbay.shared.call.CallPage.Next;
import dev.patchbay.shared.call.CallQuery.ListCalls;
import dev.patchbay.shared.call.CallStatus;
import dev.patchbay.shared.call.ExternalId;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.text.PhoneNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallsTest extends ApiTest {
    private static final String PATH = "/virtual_numbers/7/calls";
    private static final CallFacts RINGING = new CallFacts(
            CallDirection.INBOUND,
            null,
            null,
            CallStatus.RINGING,
            0,
            null,
            false,
            null,
            Backend.NOON.minusSeconds(60),
            null);

    @Test
    void are_recorded_with_all_that_is_said_of_them() {
        HttpResponse<String> response = api.send("POST", PATH, """
                {"external_id":" CA01 ","direction":"outbound","phone_number":"0612 34567","caller_name":" John Smith ",\
                "call_status":"answered","call_duration":213,"operator_id":12,"ai_handled":true,\
                "transcript_summary":"He called\\nback. ","started_at":"2026-04-15T12:00:00.999+02:00",\
                "ended_at":"2026-04-15T10:03:33Z"}""");

        assertThat(response.statusCode()).isEqualTo(201);
        RecordCall call = (RecordCall) backend.commands().getFirst();
        assertThat(call)
                .isEqualTo(new RecordCall(
                        call.id(),
                        new AccountId(1),
                        new VirtualNumberId(7),
                        new ExternalId("CA01"),
                        new CallFacts(
                                CallDirection.OUTBOUND,
                                new PhoneNumber("+37061234567"),
                                "John Smith",
                                CallStatus.ANSWERED,
                                213,
                                new OperatorId(12),
                                true,
                                "He called\nback. ",
                                Instant.parse("2026-04-15T10:00:00Z"),
                                Instant.parse("2026-04-15T10:03:33Z"))));
        assertThat(response.body()).isEqualTo("""
                        {"data":{"id":%d,"virtual_number_id":7,"external_id":"CA01","direction":"outbound",\
                        "phone_number":"+37061234567","caller_name":"John Smith","call_status":"answered",\
                        "call_duration":213,"operator_id":12,"ai_handled":true,"transcript_summary":"He called\\nback. ",\
                        "started_at":"2026-04-15T10:00:00Z","ended_at":"2026-04-15T10:03:33Z"}}""".formatted(call.id().value()));
    }

    @Test
    void begin_now_unless_something_else_is_said() {
        api.send("POST", PATH, "{\"direction\":\"inbound\",\"call_status\":\"ringing\",\"phone_number\":null}");

        assertThat(((RecordCall) backend.commands().getFirst()))
                .returns(null, RecordCall::externalId)
                .returns(
                        new CallFacts(
                                CallDirection.INBOUND,
                                null,
                                null,
                                CallStatus.RINGING,
                                0,
                                null,
                                false,
                                null,
                                Backend.NOON,
                                null),
                        RecordCall::facts);
    }

    @Test
    void are_refused_with_one_message_for_each_field_in_the_documented_order() {
        HttpResponse<String> response = api.send("POST", PATH, """
                {"ended_at":1,"started_at":null,"transcript_summary":false,"ai_handled":"x","operator_id":"12",\
                "call_duration":null,"caller_name":"","phone_number":"","external_id":""}""");

        assertThat(answer(response)).isEqualTo("""
                        422 {"errors":["External id can't be blank","Direction can't be blank",\
                        "Phone number can't be blank","Caller name can't be blank","Call status can't be blank",\
                        "Call duration can't be blank","Operator id must be an integer",\
                        "Ai handled must be true or false","Transcript summary must be a string",\
                        "Started at can't be blank","Ended at must be a string"]}""");
        assertThat(backend.dispatched).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "direction | 'sideways' | Direction is not included in the list",
                "call_status | 'Ringing' | Call status is not included in the list",
                "call_duration | -1 | Call duration must be between 0 and 2592000",
                "call_duration | 2592001 | Call duration must be between 0 and 2592000",
                "phone_number | '12' | Phone number is invalid",
                "started_at | '2026-04-15T12:00:00' | Started at is invalid",
                "started_at | '2026-04-15' | Started at is invalid",
                "started_at | '1999-12-31T23:59:59Z' | Started at must be 2000-01-01T00:00:00Z or later",
                "started_at | '2026-04-16T12:00:01Z' | Started at must be at most 24 hours in the future",
                "ended_at | '2026-04-16T12:00:01Z' | Ended at must be at most 24 hours in the future",
                "ended_at | '+12026-04-16T12:00:01Z' | Ended at is invalid"
            })
    void are_not_what_cannot_be(String field, String value, String message) {
        String body = "{\"direction\":\"inbound\",\"call_status\":\"missed\",\"%s\":%s}"
                .replaceFirst("\"" + field + "\":\"[a-z]*\",", "")
                .formatted(field, value.replace('\'', '"'));

        assertThat(answer(api.send("POST", PATH, body))).isEqualTo("422 {\"errors\":[\"" + message + "\"]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01T00:00:00Z", "2026-04-16T12:00:00Z", "2026-04-16T14:00:00+02:00"})
    void may_begin_within_wide_limits(String time) {
        assertThat(api.send(
                                "POST",
                                PATH,
                                "{\"direction\":\"inbound\",\"call_status\":\"missed\",\"call_duration\":2592000,"
                                        + "\"started_at\":\"" + time + "\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void are_not_recorded_when_what_is_said_contradicts_itself_even_of_a_known_call() {
        api.send("POST", PATH, "{\"direction\":\"inbound\",\"call_status\":\"missed\",\"external_id\":\"known\"}");

        assertThat(answer(api.send(
                        "POST",
                        PATH,
                        "{\"direction\":\"inbound\",\"call_status\":\"missed\",\"operator_id\":12,"
                                + "\"external_id\":\"known\"}")))
                .isEqualTo("422 {\"errors\":[\"Operator must be null unless the call was answered\"]}");
    }

    @Test
    void of_numbers_and_operators_that_nobody_can_see_are_not_found() {
        String answered = "{\"direction\":\"inbound\",\"call_status\":\"answered\",\"operator_id\":13}";

        assertThat(answer(api.send("POST", "/virtual_numbers/8/calls", "{}"))).startsWith("404 ");
        assertThat(answer(api.send("POST", PATH, answered))).isEqualTo("404 {\"error\":\"Resource not found\"}");
        assertThat(backend.dispatched).isEmpty();
    }

    @Test
    void that_are_known_are_answered_again_and_leave_nothing_in_the_log() {
        String body = "{\"external_id\":\"twice\",\"direction\":\"inbound\",\"call_status\":\"missed\"}";
        HttpResponse<String> first = api.send("POST", PATH, body);
        backend.forget();

        HttpResponse<String> again = api.send("POST", PATH, body.replace("missed", "busy"));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(header(again, "ETag")).isEqualTo(header(first, "ETag"));
        assertThat(backend.dispatched).isEmpty();
    }

    @Test
    void that_lose_a_race_are_answered_like_the_winner() {
        backend.refuse(Reason.CONCURRENT, "taken");
        backend.whileDeciding = () -> backend.calls.apply(new RecordCall(
                new CallId(77), new AccountId(1), new VirtualNumberId(7), new ExternalId("raced"), RINGING));

        HttpResponse<String> response = api.send(
                "POST", PATH, "{\"external_id\":\"raced\",\"direction\":\"inbound\",\"call_status\":\"missed\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"id\":77,").contains("ringing");
    }

    @Test
    void that_are_made_under_a_key_are_answered_alike_when_sent_again() {
        String body = "{\"external_id\":\"keyed\",\"direction\":\"inbound\",\"call_status\":\"missed\"}";
        HttpResponse<String> first = api.send("POST", PATH, body, "Idempotency-Key", "call");
        HttpResponse<String> again = api.send("POST", PATH, body, "Idempotency-Key", "call");

        assertThat(answer(first)).startsWith("201 ");
        assertThat(answer(again)).isEqualTo(answer(first));
        assertThat(header(again, "Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void that_were_known_under_a_key_are_answered_alike_when_sent_again() {
        String body = "{\"external_id\":\"known before\",\"direction\":\"inbound\",\"call_status\":\"ringing\"}";
        String made = api.send("POST", PATH, body).body();
        long id = ((RecordCall) backend.commands().getFirst()).id().value();
        backend.forget();

        HttpResponse<String> first = api.send("POST", PATH, body, "Idempotency-Key", "known call");
        api.send("PATCH", "/calls/" + id, "{\"call_status\":\"missed\"}");
        HttpResponse<String> again = api.send("POST", PATH, body, "Idempotency-Key", "known call");
        HttpResponse<String> other = api.send("POST", PATH, body + " ", "Idempotency-Key", "known call");

        assertThat(answer(first)).isEqualTo("200 " + made);
        assertThat(answer(again)).isEqualTo(answer(first));
        assertThat(header(again, "Idempotent-Replayed")).isEqualTo("true");
        assertThat(header(again, "ETag")).isEqualTo(header(first, "ETag"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(backend.commands()).hasOnlyElementsOfType(ReviseCall.class);
    }

    @Test
    void are_revised_by_what_is_given_only() {
        record(50, RINGING);

        HttpResponse<String> response = api.send("PATCH", "/calls/50", """
                {"external_id":"no","direction":"inbound","phone_number":"0612 34567","caller_name":null,\
                "call_status":"answered","call_duration":5,"operator_id":12,"ai_handled":false,\
                "transcript_summary":null,"started_at":"2026-04-15T11:00:00Z","ended_at":null}""");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(backend.commands())
                .containsExactly(new ReviseCall(
                        new CallId(50),
                        List.of(
                                new CallChange.Direction(CallDirection.INBOUND),
                                new CallChange.OtherParty(new PhoneNumber("+37061234567")),
                                new CallChange.CallerName(null),
                                new CallChange.Status(CallStatus.ANSWERED),
                                new CallChange.Length(5),
                                new CallChange.AnsweredBy(new OperatorId(12)),
                                new CallChange.AiHandled(false),
                                new CallChange.TranscriptSummary(null),
                                new CallChange.StartedAt(Instant.parse("2026-04-15T11:00:00Z")),
                                new CallChange.EndedAt(null))));
    }

    @Test
    void are_not_revised_when_nothing_is_given() {
        record(51, RINGING);

        assertThat(api.send("PATCH", "/calls/51", "{\"external_id\":\"x\"}").statusCode())
                .isEqualTo(200);
        assertThat(backend.dispatched).isEmpty();
    }

    @Test
    void are_not_revised_to_what_cannot_be() {
        record(52, RINGING);

        assertThat(answer(api.send("PATCH", "/calls/52", "{\"direction\":null,\"call_duration\":null}")))
                .isEqualTo("422 {\"errors\":[\"Direction can't be blank\",\"Call duration can't be blank\"]}");
        assertThat(answer(api.send("PATCH", "/calls/52", "{\"operator_id\":13}")))
                .startsWith("404 ");
        assertThat(answer(api.send("PATCH", "/calls/52", "{}", "If-Match", "\"9-0000000000000000\"")))
                .startsWith("412 ");
        assertThat(answer(api.send("PATCH", "/calls/999", "{}"))).startsWith("404 ");
        assertThat(answer(api.send("PATCH", "/calls/x", "{}"))).startsWith("404 ");
        assertThat(backend.dispatched).isEmpty();
    }

    @Test
    void are_refused_a_revision_that_contradicts_what_is_known() {
        record(53, RINGING);
        backend.refuse(Reason.INVALID, "Ended at must be null while the call is ringing");

        assertThat(answer(api.send("PATCH", "/calls/53", "{\"ended_at\":\"2026-04-15T12:00:00Z\"}")))
                .isEqualTo("422 {\"errors\":[\"Ended at must be null while the call is ringing\"]}");
    }

    @Test
    void are_read_with_their_tag() {
        record(54, RINGING);

        HttpResponse<String> response = api.send("GET", "/calls/54", null);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "ETag")).startsWith("\"0-");
        assertThat(api.send("GET", "/calls/54", null, "If-None-Match", header(response, "ETag"))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void are_listed_by_every_filter() {
        api.send(
                "GET",
                "/calls?virtual_number_id=7&operator_id=12&project_id=5&call_status=busy&direction=outbound"
                        + "&from=2026-04-15T12:00:00+02:00&to=2026-04-15T12:00:00%2B01:00&per_page=3",
                null);

        assertThat((ListCalls) backend.asked.getLast())
                .returns(
                        new CallFilter(
                                7L,
                                12L,
                                5L,
                                CallStatus.BUSY,
                                CallDirection.OUTBOUND,
                                Instant.parse("2026-04-15T10:00:00Z"),
                                Instant.parse("2026-04-15T11:00:00Z")),
                        ListCalls::filter)
                .returns(3, ListCalls::limit)
                .returns(null, ListCalls::after);
    }

    @Test
    void are_listed_part_by_part() {
        backend.answering(
                ListCalls.class,
                query -> Answer.list(
                        new CallPage(List.of(), query.after() == null ? new Next(40, 1776254400, 17) : null), 41));

        HttpResponse<String> first = api.send("GET", "/calls", null);
        String cursor = first.body().replaceFirst(".*\"next_cursor\":\"([^\"]*)\".*", "$1");
        HttpResponse<String> last = api.send("GET", "/calls?per_page=5&cursor=" + cursor, null);
        Next after = ((ListCalls) backend.asked.getLast()).after();

        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(answer(first))
                .isEqualTo("200 {\"data\":[],\"meta\":{\"next_cursor\":\"" + cursor + "\",\"per_page\":20}}");
        assertThat(after).isEqualTo(new Next(40, 1776254400, 17));
        assertThat(answer(last)).isEqualTo("200 {\"data\":[],\"meta\":{\"next_cursor\":null,\"per_page\":5}}");
        assertThat(header(last, "Patchbay-Position")).isEqualTo("41");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "virtual_number_id=x | virtual_number_id must be an integer",
                "operator_id= | operator_id must be an integer",
                "project_id=1.5 | project_id must be an integer",
                "call_status=Busy | call_status is not included in the list",
                "direction=in | direction is not included in the list",
                "from=2026-04-15 | from must be a time such as 2026-11-20T10:00:00Z",
                "to=2026-04-15T12:00:00 | to must be a time such as 2026-11-20T10:00:00Z",
                "per_page=0 | per_page must be a positive integer",
                "cursor= | cursor is invalid",
                "cursor=!!!! | cursor is invalid",
                "cursor=MS4y | cursor is invalid",
                "cursor=MDEuMi4z | cursor is invalid",
                "cursor=MS4yLjM= | cursor is invalid"
            })
    void are_not_listed_by_what_is_no_filter(String query, String message) {
        assertThat(answer(api.send("GET", "/calls?" + query, null))).isEqualTo("422 {\"error\":\"" + message + "\"}");
    }

    @Test
    void need_the_permission() {
        assertThat(api.sendAs(Backend.READING_KEY, "POST", PATH, "{}").statusCode())
                .isEqualTo(403);
        assertThat(api.sendAs(Backend.READING_KEY, "PATCH", "/calls/1", "{}").statusCode())
                .isEqualTo(403);
        assertThat(api.sendAs(Backend.READING_KEY, "POST", "/calls/batch", "{}").statusCode())
                .isEqualTo(403);
        assertThat(api.sendAs(Backend.WRITING_KEY, "GET", "/calls", null).statusCode())
                .isEqualTo(403);
        assertThat(api.sendAs(Backend.WRITING_KEY, "GET", "/calls/1", null).statusCode())
                .isEqualTo(403);
    }

    private void record(long id, CallFacts facts) {
        backend.calls.apply(new RecordCall(new CallId(id), new AccountId(1), new VirtualNumberId(7), null, facts));
    }
}
