package dev.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Behind;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Refusal.Reason;
import dev.patchbay.shared.Together.Expected;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.call.CallChange;
import dev.patchbay.shared.call.CallCommand.RecordCall;
import dev.patchbay.shared.call.CallCommand.ReviseCall;
import dev.patchbay.shared.call.CallDirection;
import dev.patchbay.shared.call.CallFacts;
import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.call.CallQuery.Corrections;
import dev.patchbay.shared.call.CallQuery.FindCall;
import dev.patchbay.shared.call.CallQuery.FindCorrections;
import dev.patchbay.shared.call.CallQuery.KnownReference;
import dev.patchbay.shared.call.CallQuery.ListKnownReferences;
import dev.patchbay.shared.call.CallStatus;
import dev.patchbay.shared.call.CallView;
import dev.patchbay.shared.call.ExternalId;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.routing.Because;
import dev.patchbay.shared.routing.RecordRoute;
import dev.patchbay.shared.routing.RouteId;
import dev.patchbay.shared.routing.RouteQuery.FindRecordedRoute;
import dev.patchbay.shared.routing.RouteQuery.FindRoute;
import dev.patchbay.shared.routing.RouteQuery.FindRouteOfCall;
import dev.patchbay.shared.routing.RouteQuery.Holder;
import dev.patchbay.shared.routing.RouteQuery.ListHolders;
import dev.patchbay.shared.routing.RouteQuery.RecordedRoute;
import dev.patchbay.shared.routing.RouteView;
import dev.patchbay.shared.routing.RouteView.Exclusion;
import dev.patchbay.shared.routing.RouteView.Fallback;
import dev.patchbay.shared.routing.RouteView.RungOperator;
import dev.patchbay.shared.routing.RouteView.Step;
import dev.patchbay.shared.text.PhoneNumber;
import dev.patchbay.shared.virtualnumber.RoutingStrategy;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioTest extends ApiTest {
    private static final String PUBLIC = "https://voice.example.com";
    private static final String TOKEN = "token of account 1";
    private static final String SALES = "+15551234567";
    private static final String CALLER = "+15557654321";
    private static final VirtualNumberId NUMBER = new VirtualNumberId(7);
    private static final String AT = "account=1&number=7&turn=3";
    private static final Because BECAUSE =
            new Because(5, "OperatorAttached", Backend.NOON, new Because.Actor("api_key", 1));

    private List<Holder> holders;
    private Corrections corrections;
    private RouteView route;
    private CallView call;

    @Override
    Map<String, Object> settings() {
        return Map.of(
                "patchbay.public-url",
                PUBLIC + "/",
                "patchbay.twilio.auth.tokens.1",
                TOKEN,
                "patchbay.twilio.auth.tokens.2",
                "token of account 2");
    }

    @BeforeEach
    void nobody_has_called() {
        call = null;
        holders = List.of(new Holder(7, 1, false));
        corrections = new Corrections(false, false);
        route = route(new Fallback("hangup", null, null, null, BECAUSE, null), step(20, 12), step(15, 13));
        backend.answering(
                ListHolders.class, query -> Answer.list(query.phoneNumber().equals(SALES) ? holders : List.of(), 40));
        backend.answering(FindRoute.class, query -> new Answer<>(route, 9, 50));
        backend.answering(
                ListKnownReferences.class,
                query -> Answer.list(call == null ? List.of() : List.of(new KnownReference(7, "CA1", call.id())), 40));
        backend.answering(
                FindRouteOfCall.class, query -> new Answer<>(new RecordedRoute(7, 3, query.callId(), 45), -1, 50));
        backend.answering(
                FindRecordedRoute.class,
                query -> new Answer<>(
                        call != null && query.virtualNumberId() == 7 && query.turn() == 3
                                ? new RecordedRoute(7, 3, call.id(), 45)
                                : null,
                        -1,
                        50));
        backend.answering(FindCorrections.class, query -> Answer.list(corrections, 50));
        backend.answering(
                FindCall.class,
                query -> new Answer<>(query.scope().accountId() == 1 ? call : null, call == null ? -1 : 4, 50));
    }

    @Test
    void records_a_call_and_where_it_goes_in_one_commit() {
        HttpResponse<String> answer = voice(Map.of("CallerName", "Greta Hall"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/xml;charset=UTF-8");
        assertThat(backend.lastTogether().expected()).isEmpty();
        RecordRoute decision = (RecordRoute) backend.lastTogether().commands().getLast();
        assertThat(backend.lastTogether().commands())
                .containsExactly(
                        new RecordCall(
                                decision.call(),
                                new AccountId(1),
                                NUMBER,
                                new ExternalId("CA1"),
                                new CallFacts(
                                        CallDirection.INBOUND,
                                        new PhoneNumber(CALLER),
                                        "Greta Hall",
                                        CallStatus.RINGING,
                                        0,
                                        null,
                                        false,
                                        null,
                                        Backend.NOON,
                                        null)),
                        new RecordRoute(
                                new RouteId(NUMBER, decision.id().turn()),
                                decision.call(),
                                50,
                                RoutingStrategy.PRIORITY,
                                List.of(new OperatorId(12), new OperatorId(13)),
                                "hangup"));
    }

    @Test
    void says_that_the_carrier_asked() {
        voice(Map.of());

        assertThat(backend.lastProvenance())
                .returns(1L, Provenance::accountId)
                .returns("carrier", Provenance::actorKind)
                .returns(0L, Provenance::actorId)
                .returns("127.0.0.1", Provenance::clientAddress);
    }

    @Test
    void rings_the_first_operator() {
        assertThat(voice(Map.of()).body()).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?><Response><Dial timeout="20" \
                action="https://voice.example.com/webhooks/twilio/step?account=1&amp;number=7&amp;turn=3&amp;step=0" \
                method="POST" answerOnBridge="true" record="record-from-answer-dual"><Number \
                statusCallback="https://voice.example.com/webhooks/twilio/answered?account=1&amp;number=7&amp;turn=3\
                &amp;operator=12" statusCallbackEvent="answered" statusCallbackMethod="POST">+15550000012</Number>\
                </Dial></Response>""");
    }

    @Test
    void rings_at_most_ten_together() {
        route = route(
                new Fallback("hangup", null, null, null, BECAUSE, null),
                step(20, LongStream.rangeClosed(1, 25).toArray()));
        ringing();

        assertThat(voice(Map.of()).body().split("<Number ", -1)).hasSize(11);
        assertThat(step(1, "no-answer").body().split("<Number ", -1)).hasSize(6);
        assertThat(step(1, "no-answer").body()).contains("step=2\"", "operator=21\"", "operator=25\"");
    }

    @Test
    void answers_the_same_to_the_same_and_records_nothing_twice() {
        ringing();

        assertThat(voice(Map.of()).body()).contains("turn=3&amp;step=0", "+15550000012");
        assertThat(backend.dispatched).isEmpty();
        assertThat(backend.asked)
                .filteredOn(FindRoute.class::isInstance)
                .extracting(query -> ((FindRoute) query).moment())
                .containsExactly(Moment.exactly(45));
    }

    @Test
    void looks_again_when_another_request_for_the_call_comes_first() {
        backend.refuse(Reason.CONCURRENT, "taken");
        backend.whileDeciding = this::ringing;

        assertThat(voice(Map.of()).statusCode()).isEqualTo(200);
        assertThat(backend.commands()).hasSize(2);
        assertThat(backend.refusals).isEmpty();
    }

    @Test
    void gives_up_after_ten_attempts() {
        for (int i = 0; i < 14; i++) {
            backend.refuse(Reason.CONCURRENT, "taken");
        }

        assertThat(answer(voice(Map.of()))).isEqualTo("409 {\"error\":\"Others keep changing this at the same time\"}");
        assertThat(backend.refusals).hasSize(4);
    }

    @Test
    void fails_like_the_api() {
        backend.refuse(Reason.UNAVAILABLE, "full");
        assertThat(answer(voice(Map.of()))).isEqualTo("503 {\"error\":\"The log cannot be written at the moment\"}");

        backend.answering(ListHolders.class, query -> {
            throw new Behind(99, 40);
        });
        HttpResponse<String> late = voice(Map.of());
        assertThat(answer(late)).isEqualTo("503 {\"error\":\"Not yet at position 99\"}");
        assertThat(header(late, "Retry-After")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "anonymous", "Restricted", "client:jenny", "sip:a@b.example", "+266696687", "5551234567"})
    void keeps_no_number_of_who_has_none(String from) {
        voice(Map.of("From", from));

        assertThat(((RecordCall) backend.commands().getFirst()).facts().phoneNumber())
                .isNull();
    }

    @Test
    void keeps_no_name_that_cannot_be_printed() {
        voice(Map.of("CallerName", "a\u0000b"));

        assertThat(((RecordCall) backend.commands().getFirst()).facts().callerName())
                .isNull();
    }

    @Test
    void turns_a_call_to_a_number_away_that_is_closed() {
        route = new RouteView(
                7,
                SALES,
                "priority",
                true,
                3,
                List.of(),
                new Fallback("hangup", null, null, null, BECAUSE, null),
                List.of(new Exclusion("virtual_number", 7, null, "inactive", BECAUSE)));

        assertThat(voice(Map.of()).body()).endsWith("<Response><Reject/></Response>");
    }

    @Test
    void goes_on_to_the_next_step() {
        ringing();

        assertThat(step(0, "busy").body()).contains("timeout=\"15\"", "step=1\"", "operator=13\"");
        assertThat(backend.dispatched).isEmpty();
    }

    @Test
    void rings_nobody_for_a_caller_who_has_gone() {
        ringing();

        assertThat(step(0, "no-answer", "CallStatus", "completed").body()).contains("<Hangup/>");
        assertThat(changes()).containsExactly(new CallChange.Status(CallStatus.MISSED));
    }

    @ParameterizedTest
    @CsvSource({"busy, BUSY", "no-answer, MISSED", "failed, FAILED", "canceled, MISSED", "strange, FAILED"})
    void hangs_up_after_the_last_step(String dialled, CallStatus status) {
        ringing();

        assertThat(step(1, dialled).body()).endsWith("<Response><Hangup/></Response>");
        assertThat(changes()).containsExactly(new CallChange.Status(status));
        assertThat(backend.lastTogether().expected()).containsExactly(new Expected("call-5", 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "answered"})
    void ends_the_call_with_the_time_that_they_talked(String dialled) {
        ringing();

        assertThat(step(1, dialled, "DialCallDuration", "40").body()).endsWith("<Response><Hangup/></Response>");
        assertThat(changes())
                .containsExactly(
                        new CallChange.Status(CallStatus.ANSWERED),
                        new CallChange.AnsweredBy(new OperatorId(13)),
                        new CallChange.Length(40),
                        new CallChange.EndedAt(Backend.NOON));
    }

    @Test
    void forwards_the_call_when_nobody_answers() {
        route = route(new Fallback("forward", "+15559990000", 25, null, BECAUSE, null), step(20, 12));
        ringing();

        assertThat(step(0, "no-answer").body())
                .contains("timeout=\"25\"", ">+15559990000</Number>", "step=1\"", "turn=3\"")
                .doesNotContain("operator=");
        assertThat(step(1, "no-answer").body()).endsWith("<Response><Hangup/></Response>");
        step(1, "completed", "DialCallDuration", "40");
        assertThat(changes())
                .containsExactly(
                        new CallChange.Status(CallStatus.ANSWERED),
                        new CallChange.Length(40),
                        new CallChange.EndedAt(Backend.NOON));
    }

    @Test
    void takes_a_message_when_nobody_answers() {
        route = route(new Fallback("voicemail", null, null, null, BECAUSE, null), step(20, 12));
        ringing();

        assertThat(step(0, "busy").body())
                .contains("<Record action=\"https://voice.example.com/webhooks/twilio/message?"
                        + AT.replace("&", "&amp;"));
        assertThat(changes()).containsExactly(new CallChange.Status(CallStatus.MISSED));
        assertThat(post("message?" + AT, Map.of("CallSid", "CA1", "To", SALES)).body())
                .endsWith("<Response><Hangup/></Response>");
    }

    @Test
    void lets_nobody_wait_where_nobody_is() {
        route = route(new Fallback("hangup", null, null, null, BECAUSE, null));
        ringing();

        assertThat(voice(Map.of()).body())
                .endsWith(
                        "<Response><Say>Nobody can take your call at the moment. Please try again later. Goodbye.</Say>"
                                + "<Hangup/></Response>");
        assertThat(changes()).containsExactly(new CallChange.Status(CallStatus.MISSED));
    }

    @Test
    void knows_who_answered() {
        ringing();
        HttpResponse<String> answer = post(
                "answered?" + AT + "&operator=13",
                Map.of("CallSid", "CA2", "ParentCallSid", "CA1", "CallStatus", "in-progress"));

        assertThat(answer(answer)).isEqualTo("204 ");
        assertThat(changes())
                .containsExactly(
                        new CallChange.Status(CallStatus.ANSWERED), new CallChange.AnsweredBy(new OperatorId(13)));
    }

    @ParameterizedTest
    @CsvSource({
        "account=1&number=7&turn=3&operator=99, CA1, in-progress",
        "account=1&number=7&turn=3, CA1, in-progress",
        "account=1&number=7&turn=3&operator=13, CA9, in-progress",
        "account=1&number=7&turn=4&operator=13, CA1, in-progress",
        "account=1&number=x&turn=3&operator=13, CA1, in-progress",
        "account=1&number=7&turn=3&operator=13, CA1, busy"
    })
    void learns_nothing_from_what_it_did_not_ask(String query, String parent, String status) {
        ringing();
        HttpResponse<String> answer =
                post("answered?" + query, Map.of("CallSid", "CA2", "ParentCallSid", parent, "CallStatus", status));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(backend.dispatched).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account=1&number=7&turn=4&step=0",
                "account=1&number=7&turn=3&step=9",
                "account=1&number=7&turn=3",
                "account=1"
            })
    void hangs_up_on_steps_that_it_does_not_know(String query) {
        ringing();

        assertThat(post("step?" + query, Map.of("CallSid", "CA1", "DialCallStatus", "completed"))
                        .body())
                .endsWith("<Response><Hangup/></Response>");
        assertThat(backend.dispatched).isEmpty();
    }

    @Test
    void ends_the_call_when_the_carrier_says_that_it_is_over() {
        ringing();
        HttpResponse<String> answer =
                status("completed", "CallDuration", "30", "Timestamp", "Wed, 15 Apr 2026 11:59:30 +0000");

        assertThat(answer(answer)).isEqualTo("204 ");
        assertThat(changes())
                .containsExactly(
                        new CallChange.Status(CallStatus.MISSED),
                        new CallChange.Length(30),
                        new CallChange.EndedAt(Backend.NOON.minusSeconds(30)));
    }

    @Test
    void answers_when_everybody_can_see_it_and_says_as_of_when() {
        assertThat(header(voice(Map.of()), "Patchbay-Position")).isEqualTo("40");
        ringing();
        assertThat(header(status("completed"), "Patchbay-Position")).isEqualTo("40");
    }

    @Test
    void answers_all_the_same_when_the_views_do_not_follow_in_time() {
        ringing();
        backend.whileDeciding = () -> backend.answering(ListKnownReferences.class, query -> {
            throw new Behind(99, 40);
        });

        HttpResponse<String> answer = step(1, "completed", "DialCallDuration", "40");
        assertThat(answer.body()).endsWith("<Response><Hangup/></Response>");
        assertThat(answer.headers().firstValue("Patchbay-Position")).isEmpty();
        assertThat(changes()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ringing", "in-progress", "queued", "strange"})
    void waits_for_the_end(String status) {
        ringing();

        assertThat(status(status).statusCode()).isEqualTo(204);
        assertThat(backend.dispatched).isEmpty();
    }

    @Test
    void records_a_call_of_which_only_the_end_was_heard() {
        assertThat(status("no-answer", "From", CALLER, "CallDuration", "7").statusCode())
                .isEqualTo(204);

        RecordCall recorded = (RecordCall) backend.lastTogether().commands().getFirst();
        assertThat(recorded.facts())
                .isEqualTo(new CallFacts(
                        CallDirection.INBOUND,
                        new PhoneNumber(CALLER),
                        null,
                        CallStatus.MISSED,
                        7,
                        null,
                        false,
                        null,
                        Backend.NOON.minusSeconds(7),
                        Backend.NOON));
        assertThat(backend.lastTogether().commands()).hasSize(1);
    }

    @Test
    void rings_nobody_for_a_call_whose_end_was_heard_first() {
        call = call("missed", 0, null, Backend.NOON);
        backend.answering(FindRouteOfCall.class, query -> new Answer<>(null, -1, 50));

        assertThat(voice(Map.of()).body()).endsWith("<Response><Hangup/></Response>");
        assertThat(backend.dispatched).isEmpty();
    }

    @Test
    void knows_nothing_of_the_end_of_calls_that_did_not_come_in() {
        assertThat(status("completed", "Direction", "outbound-api").statusCode())
                .isEqualTo(204);
        assertThat(backend.dispatched).isEmpty();
    }

    @Test
    void ends_the_call_of_a_number_that_was_released_meanwhile() {
        ringing();
        holders = List.of(new Holder(9, 2, false), new Holder(7, 1, true));

        assertThat(status("no-answer").statusCode()).isEqualTo(204);
        assertThat(changes())
                .containsExactly(new CallChange.Status(CallStatus.MISSED), new CallChange.EndedAt(Backend.NOON));
    }

    @Test
    void leaves_what_was_corrected_by_hand() {
        call = call("missed", 0, null, Backend.NOON);
        corrections = new Corrections(true, true);

        step(1, "completed", "DialCallDuration", "40");
        assertThat(backend.dispatched).isEmpty();
    }

    @Test
    void revises_a_call_on_top_of_what_others_reported() {
        ringing();
        backend.refuse(Reason.STALE, "changed");
        backend.whileDeciding = () -> call = call("answered", 40, 13L, Backend.NOON);

        assertThat(status("completed", "CallDuration", "41").statusCode()).isEqualTo(204);
        assertThat(backend.dispatched).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"voice", "step?account=1", "message?account=1", "answered?account=1", "status"})
    void is_closed_to_whom_the_account_did_not_give_its_token(String path) {
        ringing();
        Map<String, String> form = Map.of(
                "To", SALES, "CallSid", "CA1", "ParentCallSid", "CA1", "CallStatus", "busy", "DialCallStatus", "busy");

        for (String token : List.of("token of account 2", "wrong")) {
            assertForbidden(post(path, form, signature(PUBLIC + "/webhooks/twilio/" + path, form, token)));
        }
        assertForbidden(post(path, form, signature(PUBLIC + "/webhooks/twilio/other", form, TOKEN)));
        assertForbidden(post(path, form, "nonsense"));
        assertForbidden(api.exchange(
                "POST", "/webhooks/twilio/" + path, body(form), "Content-Type", "application/x-www-form-urlencoded"));
        assertThat(backend.dispatched).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"voice", "status"})
    void tells_strangers_nothing(String path) {
        backend.answering(ListHolders.class, query -> {
            throw new Behind(99, 40);
        });
        Map<String, String> form = Map.of("To", SALES, "CallSid", "CA1", "CallStatus", "busy");
        Map<String, String> incomplete = Map.of("CallStatus", "busy");

        assertForbidden(post(path, form, "nonsense"));
        assertThat(backend.asked).isEmpty();
        for (Map<String, String> fields : List.of(form, incomplete)) {
            assertForbidden(post(path, fields, signature(PUBLIC + "/webhooks/twilio/" + path, fields, "wrong")));
        }
        assertThat(backend.asked).hasSize(1);
    }

    @Test
    void turns_calls_away_that_come_to_a_number_after_it_was_released() {
        holders = List.of(new Holder(7, 1, true));
        Map<String, String> form = Map.of("To", SALES, "From", CALLER, "CallSid", "CA1");

        for (String token : List.of(TOKEN, "token of account 2")) {
            assertThat(post("voice", form, signature(PUBLIC + "/webhooks/twilio/voice", form, token))
                            .body())
                    .endsWith("<Response><Reject/></Response>");
        }
        assertForbidden(post("voice", form, signature(PUBLIC + "/webhooks/twilio/voice", form, "wrong")));
        assertThat(backend.dispatched).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"step", "step?account=", "step?account=3", "step?account=-1", "step?account=2&account=1"})
    void is_closed_to_accounts_without_a_token(String path) {
        assertForbidden(post(path, Map.of("To", SALES, "CallSid", "CA1", "DialCallStatus", "busy")));
    }

    @Test
    void turns_calls_to_unknown_numbers_away_politely() {
        Map<String, String> form = Map.of("To", "+15550009999", "From", CALLER, "CallSid", "CA1");

        for (String token : List.of(TOKEN, "token of account 2")) {
            HttpResponse<String> answer =
                    post("voice", form, signature(PUBLIC + "/webhooks/twilio/voice", form, token));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).endsWith("<Response><Reject/></Response>");
        }
        assertForbidden(post("voice", form, "wrong"));
        assertThat(backend.dispatched).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "voice, To, To is required",
        "voice, CallSid, CallSid is required",
        "step?account=1, CallSid, CallSid is required",
        "step?account=1, DialCallStatus, DialCallStatus is required",
        "answered?account=1, ParentCallSid, ParentCallSid is required",
        "answered?account=1, CallStatus, CallStatus is required",
        "status, To, To is required",
        "status, CallSid, CallSid is required",
        "status, CallStatus, CallStatus is required"
    })
    void says_what_is_missing(String path, String missing, String message) {
        Map<String, String> form = new TreeMap<>(Map.of(
                "To", SALES, "CallSid", "CA1", "ParentCallSid", "CA1", "CallStatus", "busy", "DialCallStatus", "busy"));
        form.remove(missing);

        assertThat(answer(post(path, form))).isEqualTo("422 {\"error\":\"" + message + "\"}");
    }

    @Test
    void says_what_is_wrong() {
        ringing();

        assertThat(answer(status("completed", "CallDuration", "long")))
                .isEqualTo("422 {\"error\":\"CallDuration must be a non-negative integer\"}");
        assertThat(answer(step(0, "completed", "DialCallDuration", "-1")))
                .isEqualTo("422 {\"error\":\"DialCallDuration must be a non-negative integer\"}");
        assertThat(answer(post("voice", Map.of("To", SALES, "CallSid", "x".repeat(256)))))
                .isEqualTo("422 {\"error\":\"CallSid is too long (maximum is 255 characters)\"}");
    }

    @Test
    void reads_forms_alone() {
        assertThat(answer(api.exchange("POST", "/webhooks/twilio/voice", "{}", "Content-Type", "application/json")))
                .isEqualTo("415 {\"error\":\"Content-Type must be application/x-www-form-urlencoded\"}");
        assertThat(answer(api.exchange(
                        "POST", "/webhooks/twilio/voice", "a=%", "Content-Type", "application/x-www-form-urlencoded")))
                .isEqualTo("400 {\"error\":\"Malformed form\"}");
        assertThat(answer(api.exchange(
                        "POST",
                        "/webhooks/twilio/voice",
                        "x".repeat(64 * 1024 + 1),
                        "Content-Type",
                        "application/x-www-form-urlencoded")))
                .isEqualTo("413 {\"error\":\"Request body too large\"}");
        assertThat(api.exchange("GET", "/webhooks/twilio/voice", "").statusCode())
                .isEqualTo(405);
    }

    private void ringing() {
        call = call("ringing", 0, null, null);
    }

    private static CallView call(String status, long duration, Long operator, Instant endedAt) {
        return new CallView(
                5,
                7,
                "CA1",
                "inbound",
                CALLER,
                null,
                status,
                duration,
                operator,
                false,
                null,
                Backend.NOON.minusSeconds(60),
                endedAt);
    }

    private static RouteView route(Fallback fallback, Step... steps) {
        return new RouteView(7, SALES, "priority", true, 3, List.of(steps), fallback, List.of());
    }

    private static Step step(int seconds, long... operators) {
        return new Step(
                seconds,
                LongStream.of(operators)
                        .mapToObj(id -> new RungOperator(id, "Operator " + id, "+155500000" + id, BECAUSE))
                        .toList());
    }

    private List<CallChange> changes() {
        ReviseCall last = (ReviseCall) backend.lastTogether().commands().getFirst();
        assertThat(last.id()).isEqualTo(new CallId(5));
        return last.changes();
    }

    private HttpResponse<String> voice(Map<String, String> more) {
        Map<String, String> form = new TreeMap<>(Map.of("To", SALES, "From", CALLER, "CallSid", "CA1"));
        form.putAll(more);
        return post("voice", form);
    }

    private HttpResponse<String> step(int step, String dialled, String... more) {
        Map<String, String> form = form("DialCallStatus", dialled, more);
        return post("step?" + AT + "&step=" + step, form);
    }

    private HttpResponse<String> status(String status, String... more) {
        return post("status", form("CallStatus", status, more));
    }

    private static Map<String, String> form(String name, String value, String... more) {
        Map<String, String> form = new TreeMap<>(Map.of("To", SALES, "CallSid", "CA1", name, value));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }

    private HttpResponse<String> post(String path, Map<String, String> form) {
        return post(path, form, signature(PUBLIC + "/webhooks/twilio/" + path, form, TOKEN));
    }

    private HttpResponse<String> post(String path, Map<String, String> form, String signature) {
        return api.exchange(
                "POST",
                "/webhooks/twilio/" + path,
                body(form),
                "Content-Type",
                "application/x-www-form-urlencoded; charset=UTF-8",
                "X-Twilio-Signature",
                signature);
    }

    private static void assertForbidden(HttpResponse<String> answer) {
        assertThat(answer(answer)).isEqualTo("403 {\"error\":\"X-Twilio-Signature is missing or wrong\"}");
    }

    private static String body(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String signature(String address, Map<String, String> form, String token) {
        StringBuilder text = new StringBuilder(address);
        new TreeMap<>(form).forEach((name, value) -> text.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            byte[] code = mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(Objects.requireNonNull(code));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
