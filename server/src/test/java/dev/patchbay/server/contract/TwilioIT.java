package dev.patchbay.server.contract;

import static dev.patchbay.server.contract.Answers.numbers;
import static dev.patchbay.server.contract.Answers.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.Rush;
import dev.patchbay.server.contract.Carrier.Told;
import dev.patchbay.server.contract.EventLog.Recorded;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whole calls over real HTTP, every request of the carrier sent twice. */
@ExtendWith(SharedServer.class)
class TwilioIT {
    private static final AtomicInteger CALLS = new AtomicInteger();
    private static final String HANGUP = "<Response><Hangup/></Response>";

    private final Reply opened = SharedServer.client().post("/accounts", "{\"name\": \"Called\"}");
    private final long account = opened.id();
    private final Client client =
            SharedServer.client().as(opened.data().get("api_key").get("key").asString());
    private final Tenant tenant = new Tenant(client);
    private final long alice = tenant.operator("Alice Carter");
    private final long bob = tenant.operator("Bob Dylan");
    private final long eva = tenant.operator("Eva Frank");

    @Test
    void priority_rings_one_operator_after_the_other() {
        long number = number("priority", alice, bob);
        Carrier call = call(number);

        Told first = call.dialIn("CallerName", "Greta Hall");
        assertThat(first.type()).isEqualTo("text/xml;charset=UTF-8");
        assertThat(first.body()).contains("<Dial timeout=\"20\"", " record=\"record-from-answer-dual\"");
        assertThat(first.rung()).containsExactly(alice);
        assertCall(number, "ringing", 0, null, false);
        assertStats(number, 0, 0, 0);

        Told second = call.stepIsOver(first, "busy", 0);
        assertThat(second.rung()).containsExactly(bob);

        call.picksUp(second.whenAnswers(bob));
        assertCall(number, "answered", 0, bob, false);

        assertThat(call.stepIsOver(second, "completed", 40).body()).endsWith(HANGUP);
        call.isOver("completed", 41);
        JsonNode known = assertCall(number, "answered", 40, bob, true);
        assertThat(known.get("caller_name").asString()).isEqualTo("Greta Hall");
        assertThat(known.get("phone_number").asString()).isEqualTo("+15557654321");
        assertThat(known.get("external_id").asString()).isEqualTo(call.callSid());
        assertThat(known.get("direction").asString()).isEqualTo("inbound");
        assertStats(number, 1, 1, 0);
        assertThat(types(known.get("id").asLong())).containsExactly("CallRecorded", "CallAnswered", "CallEnded");
    }

    @Test
    void round_robin_begins_with_another_operator_each_time() {
        long number = number("round_robin", alice, bob, eva);
        List<List<Long>> rung = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Carrier call = call(number);
            Told first = call.dialIn();
            Told second = call.stepIsOver(first, "no-answer", 0);
            Told third = call.stepIsOver(second, "no-answer", 0);
            rung.add(List.of(
                    first.rung().getFirst(),
                    second.rung().getFirst(),
                    third.rung().getFirst()));
            assertThat(call.stepIsOver(third, "completed", 10 + i).body()).endsWith(HANGUP);
            call.isOver("completed", 10 + i);
        }

        assertThat(rung)
                .containsExactly(
                        List.of(alice, bob, eva),
                        List.of(bob, eva, alice),
                        List.of(eva, alice, bob),
                        List.of(alice, bob, eva));
        assertThat(numbers(calls(number), "operator_id")).containsExactlyInAnyOrder(eva, alice, bob, eva);
        assertThat(numbers(calls(number), "call_duration")).containsExactlyInAnyOrder(10L, 11L, 12L, 13L);
        assertStats(number, 4, 4, 0);
    }

    @Test
    void simultaneous_rings_all_operators_at_once() {
        long number = number("simultaneous", alice, bob, eva);
        Carrier call = call(number);

        Told told = call.dialIn();
        assertThat(told.rung()).containsExactly(alice, bob, eva);
        call.picksUp(told.whenAnswers(eva));
        assertThat(call.stepIsOver(told, "completed", 40).body()).endsWith(HANGUP);
        call.isOver("completed", 40);

        assertCall(number, "answered", 40, eva, true);
        assertStats(number, 1, 1, 0);
    }

    @ParameterizedTest
    @CsvSource({"busy, busy", "no-answer, missed", "failed, failed", "canceled, missed"})
    void ends_when_nobody_answers(String dialCallStatus, String callStatus) {
        long number = number("priority", alice);
        Carrier call = call(number);

        assertThat(call.stepIsOver(call.dialIn(), dialCallStatus, 0).body()).endsWith(HANGUP);
        call.isOver("no-answer", 0);

        assertCall(number, callStatus, 0, null, true);
        assertStats(number, 1, 0, 1);
    }

    @Test
    void forwards_what_nobody_answers() {
        long number = number("priority", alice);
        change(number, "{\"fallback\": {\"type\": \"forward\", \"phone_number\": \"+15558675309\"}}");
        Carrier call = call(number);

        Told forwarded = call.stepIsOver(call.dialIn(), "no-answer", 0);
        assertThat(forwarded.body()).contains(">+15558675309</Number>");
        call.picksUp(forwarded.whenAnswered());
        assertCall(number, "answered", 0, null, false);
        assertThat(call.stepIsOver(forwarded, "completed", 40).body()).endsWith(HANGUP);
        call.isOver("completed", 40);

        assertCall(number, "answered", 40, null, true);
        assertStats(number, 1, 1, 0);
    }

    @Test
    void misses_what_is_forwarded_in_vain() {
        long number = number("priority", alice);
        change(number, "{\"fallback\": {\"type\": \"forward\", \"phone_number\": \"+15558675309\"}}");
        Carrier call = call(number);

        Told forwarded = call.stepIsOver(call.dialIn(), "busy", 0);
        assertThat(call.stepIsOver(forwarded, "no-answer", 0).body()).endsWith(HANGUP);
        call.isOver("no-answer", 0);

        assertCall(number, "missed", 0, null, true);
    }

    @Test
    void takes_a_message() {
        long number = number("priority", alice);
        change(number, "{\"fallback\": {\"type\": \"voicemail\"}}");
        Carrier call = call(number);

        Told message = call.stepIsOver(call.dialIn(), "no-answer", 0);
        assertThat(message.body()).contains("<Say>", "<Record ");
        assertStats(number, 1, 0, 1);
        assertThat(call.twice(message.action(), call.form("RecordingDuration", "20"))
                        .body())
                .endsWith(HANGUP);
        call.isOver("completed", 30);

        assertCall(number, "missed", 30, null, true);
        assertStats(number, 1, 0, 1);
    }

    @Test
    void lets_another_number_take_over_at_its_own_turn() {
        long night = number("round_robin", bob, eva);
        long number = number("priority", alice);
        change(number, "{\"fallback\": {\"type\": \"virtual_number\", \"id\": %d}}".formatted(night));
        change(night, "{\"fallback\": {\"type\": \"voicemail\"}, \"recording\": false}");
        call(night).dialIn();

        Carrier call = call(number);
        Told first = call.dialIn();
        Told second = call.stepIsOver(first, "no-answer", 0);
        assertThat(second.rung()).containsExactly(eva);
        assertThat(second.body()).contains("record=\"do-not-record\"");
        Told third = call.stepIsOver(second, "no-answer", 0);
        assertThat(third.rung()).containsExactly(bob);
        call.picksUp(third.whenAnswers(bob));
        assertThat(call.stepIsOver(third, "completed", 40).body()).endsWith(HANGUP);
        call.isOver("completed", 40);

        assertCall(number, "answered", 40, bob, true);
        assertStats(number, 1, 1, 0);
        assertThat(calls(night)).hasSize(1);
        assertThat(call(night).dialIn().rung()).containsExactly(bob);
    }

    @Test
    void hangs_up_when_the_number_that_would_take_over_takes_no_calls() {
        long night = number("priority", bob);
        long number = number("priority", alice);
        change(number, "{\"fallback\": {\"type\": \"virtual_number\", \"id\": %d}}".formatted(night));
        Carrier call = call(number);
        Told told = call.dialIn();
        change(night, "{\"active\": false}");

        assertThat(call.stepIsOver(told, "no-answer", 0).body()).endsWith(HANGUP);

        assertCall(number, "missed", 0, null, false);
    }

    @Test
    void never_leads_a_call_back_to_a_number_that_it_came_through() {
        long night = number("priority", bob);
        long number = number("priority", alice);
        change(number, "{\"fallback\": {\"type\": \"virtual_number\", \"id\": %d}}".formatted(night));
        Carrier call = call(number);
        Told first = call.dialIn();
        change(number, "{\"fallback\": {\"type\": \"hangup\"}}");
        change(night, "{\"fallback\": {\"type\": \"virtual_number\", \"id\": %d}}".formatted(number));

        Told second = call.stepIsOver(first, "no-answer", 0);
        assertThat(second.rung()).containsExactly(bob);
        assertThat(call.stepIsOver(second, "busy", 0).body()).endsWith(HANGUP);

        assertCall(number, "busy", 0, null, false);
    }

    @Test
    void carries_out_what_was_decided_whatever_is_changed_meanwhile() {
        long number = number("priority", alice, bob);
        Carrier call = call(number);
        Told first = call.dialIn();

        tenant.attach(number, eva);
        client.put("/virtual_numbers/" + number + "/operators", "{\"operator_ids\": [%d, %d]}".formatted(eva, alice));

        assertThat(call.dialIn()).isEqualTo(first);
        assertThat(call.stepIsOver(first, "no-answer", 0).rung()).containsExactly(bob);
        assertThat(call(number).dialIn().rung()).containsExactly(eva);
    }

    @Test
    void goes_on_when_the_number_is_released_meanwhile() {
        long number = number("priority", alice, bob);
        Carrier call = call(number);
        Told first = call.dialIn();
        assertThat(client.delete("/virtual_numbers/" + number).status()).isEqualTo(200);

        Told second = call.stepIsOver(first, "no-answer", 0);
        assertThat(second.rung()).containsExactly(bob);
        call.picksUp(second.whenAnswers(bob));
        assertThat(call.stepIsOver(second, "completed", 40).body()).endsWith(HANGUP);

        assertCall(number, "answered", 40, bob, true);
        assertThat(call.dialIn().body()).contains("<Reject/>");
    }

    @Test
    void ends_the_call_of_a_number_that_is_released_meanwhile_and_held_by_another() {
        long number = number("priority", alice);
        Carrier call = call(number);
        call.dialIn();
        client.delete("/virtual_numbers/" + number);
        client.post("/virtual_numbers/purchase", "{\"phone_number\": \"%s\"}".formatted(call.dialled()));

        call.isOver("no-answer", 0);

        assertCall(number, "missed", 0, null, true);
    }

    @Test
    void misses_a_call_whose_end_is_heard_of_before_its_beginning() {
        long number = number("priority", alice);
        Carrier call = call(number);

        call.isOver("no-answer", 0);
        assertThat(call.dialIn().body()).endsWith(HANGUP);

        assertCall(number, "missed", 0, null, true);
        assertStats(number, 1, 0, 1);
    }

    @Test
    void leaves_what_was_corrected_by_hand() {
        long number = number("priority", alice);
        Carrier call = call(number);
        Told told = call.dialIn();
        call.stepIsOver(told, "completed", 40);
        long id = calls(number).get(0).get("id").asLong();
        String correction = "{\"call_status\": \"missed\", \"operator_id\": null, \"call_duration\": 0}";
        assertThat(client.patch("/calls/" + id, correction).status()).isEqualTo(200);

        call.stepIsOver(told, "completed", 40);
        call.isOver("completed", 41);

        assertCall(number, "missed", 0, null, true);
    }

    @Test
    void decides_once_for_a_call_that_is_taken_over_many_times_at_once() {
        long night = number("round_robin", bob, eva);
        long number = number("priority", alice);
        change(number, "{\"fallback\": {\"type\": \"virtual_number\", \"id\": %d}}".formatted(night));
        Carrier call = call(number);
        Told told = call.dialIn();
        Map<String, String> form = call.form("DialCallStatus", "no-answer", "CallStatus", "in-progress");

        Set<Told> taken = new HashSet<>(Rush.of(12, one -> call.post(told.action(), form, Carrier.token(account))));

        assertThat(taken)
                .singleElement()
                .satisfies(one -> assertThat(one.rung()).containsExactly(bob));
        assertThat(turn(night)).isEqualTo(1);
    }

    @Test
    void remembers_that_a_number_could_not_take_over() {
        long night = number("priority", bob);
        long number = number("priority", alice);
        change(number, "{\"fallback\": {\"type\": \"virtual_number\", \"id\": %d}}".formatted(night));
        Carrier call = call(number);
        Told told = call.dialIn();
        change(night, "{\"active\": false}");
        assertThat(call.stepIsOver(told, "no-answer", 0).body()).endsWith(HANGUP);
        change(night, "{\"active\": true}");

        assertThat(call.stepIsOver(told, "no-answer", 0).body()).endsWith(HANGUP);
    }

    @Test
    void calls_that_come_at_once_have_a_turn_each_and_the_next_is_as_was_said() {
        long number = number("round_robin", alice, bob, eva);
        List<Long> first = Rush.of(12, one -> call(number).dialInOnce().rung().getFirst());

        assertThat(first).hasSize(12);
        assertThat(List.of(alice, bob, eva))
                .allSatisfy(operator ->
                        assertThat(Collections.frequency(first, operator)).isEqualTo(4));
        assertThat(turn(number)).isEqualTo(12);
        assertThat(call(number).dialIn().rung()).containsExactly(alice);
        assertThat(turn(number)).isEqualTo(13);
    }

    @Test
    void comes_to_the_same_when_the_end_is_heard_of_first() {
        long number = number("priority", alice, bob);
        Carrier call = call(number);
        Told first = call.dialIn();
        Told second = call.stepIsOver(first, "busy", 0);

        call.isOver("completed", 41);
        assertCall(number, "missed", 41, null, true);
        assertStats(number, 1, 0, 1);
        call.stepIsOver(second, "completed", 40);
        call.picksUp(second.whenAnswers(bob));
        call.stepIsOver(first, "busy", 0);

        assertCall(number, "answered", 40, bob, true);
        assertStats(number, 1, 1, 0);
    }

    @Test
    void misses_a_call_whose_caller_hangs_up() {
        long number = number("priority", alice, bob);
        Carrier call = call(number);
        Told told = call.dialIn();
        call.isOver("no-answer", 0);
        Map<String, String> gone = call.form("DialCallStatus", "no-answer", "CallStatus", "no-answer");

        assertThat(call.twice(told.action(), gone).body()).endsWith(HANGUP);
        assertCall(number, "missed", 0, null, true);
    }

    @Test
    void records_a_call_once_that_arrives_many_times_at_once() {
        long number = number("round_robin", alice, bob);
        Carrier call = call(number);
        Set<Told> told = new HashSet<>(Rush.of(
                12,
                one -> call.post(call.webhook("voice"), call.form("CallStatus", "ringing"), Carrier.token(account))));

        assertThat(told).singleElement().satisfies(one -> assertThat(one.rung()).hasSize(1));
        assertThat(calls(number)).hasSize(1);
        assertThat(SharedServer.log().events())
                .filteredOn(event -> event.stream().startsWith("route-" + number + "-"))
                .hasSize(1);
    }

    @Test
    void keeps_that_the_number_was_withheld() {
        long number = number("priority", alice);
        call(number).dialIn("From", "anonymous");

        assertThat(calls(number).get(0).get("phone_number").isNull()).isTrue();
    }

    @Test
    void says_so_when_nobody_is_there() {
        long number = number("priority");
        Carrier call = call(number);

        assertThat(call.dialIn().body()).contains("<Say>", "<Hangup/>").doesNotContain("<Dial");
        call.isOver("completed", 5);

        assertStats(number, 1, 0, 1);
    }

    @Test
    void turns_calls_to_an_inactive_number_away_and_counts_them() {
        long number = number("priority", alice);
        change(number, "{\"active\": false}");
        Carrier call = call(number);

        assertThat(call.dialIn().body()).endsWith("<Response><Reject/></Response>");
        call.isOver("no-answer", 0);

        assertStats(number, 1, 0, 1);
    }

    @Test
    void turns_calls_to_unknown_numbers_away_and_records_nothing() {
        Carrier call = new Carrier(SharedServer.root(), account, Tenant.phoneNumber(), "CA-unknown");
        long before = SharedServer.log().asked();

        Told told = call.dialIn();
        call.isOver("completed", 0);

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.body()).endsWith("<Response><Reject/></Response>");
        assertThat(SharedServer.log().asked()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"voice", "status", "step?account=%d", "answered?account=%d", "message?account=%d"})
    void is_closed_to_everybody_but_the_carrier_of_the_account(String webhook) {
        Carrier call = call(number("priority", alice));
        call.dialIn();
        URI address = call.webhook(webhook.formatted(account));
        Map<String, String> form =
                call.form("DialCallStatus", "completed", "ParentCallSid", call.callSid(), "CallStatus", "completed");
        long before = SharedServer.log().asked();

        for (String token : List.of("", "wrong", Carrier.token(account + 1), Carrier.token(2))) {
            assertThat(call.post(address, form, token.isEmpty() ? "x" : token))
                    .isEqualTo(new Told(
                            403, "application/json", "{\"error\":\"X-Twilio-Signature is missing or wrong\"}"));
        }
        assertThat(SharedServer.log().asked()).isEqualTo(before);
    }

    @Test
    void is_closed_where_no_token_is_set() {
        String phoneNumber = Tenant.phoneNumber();
        SharedServer.client().post("/virtual_numbers/purchase", "{\"phone_number\": \"%s\"}".formatted(phoneNumber));
        Carrier call = new Carrier(SharedServer.root(), account, phoneNumber, "CA-first");

        assertThat(call.dialIn().status()).isEqualTo(403);
    }

    @Test
    void cannot_touch_the_calls_of_another_account() {
        long number = number("priority", alice);
        Carrier call = call(number);
        Told told = call.dialIn();
        long other =
                SharedServer.client().post("/accounts", "{\"name\": \"Other\"}").id();
        URI forged = URI.create(told.action().toString().replace("account=" + account, "account=" + other));

        Told answer = call.post(
                forged, call.form("DialCallStatus", "completed", "DialCallDuration", "9"), Carrier.token(other));

        assertThat(answer.body()).endsWith(HANGUP);
        assertCall(number, "ringing", 0, null, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"voice", "status", "step?%s&step=0", "answered?%s&operator=1", "message?%s"})
    void does_not_fail_whatever_is_signed(String webhook) {
        long number = number("priority", alice);
        Carrier call = call(number);
        call.dialIn();
        URI address = call.webhook(webhook.formatted("account=" + account + "&number=" + number + "&turn=0"));
        List<String> fields = List.of(
                "To",
                "From",
                "CallSid",
                "CallerName",
                "CallStatus",
                "CallDuration",
                "ParentCallSid",
                "Timestamp",
                "DialCallStatus",
                "DialCallDuration",
                "");
        List<String> values = List.of(
                "",
                " ",
                "\u0000",
                "\ud83d\ude00",
                "\u202e<b>&amp;\"'",
                "-1",
                "9".repeat(40),
                "1e3",
                "null",
                "x".repeat(5000),
                "'; drop table call; --",
                "+15551234567\n",
                "completed\r\nX: y");
        for (String field : fields) {
            for (String value : values) {
                Map<String, String> form = call.form(
                        "DialCallStatus", "busy", "ParentCallSid", call.callSid(), "CallStatus", "in-progress");
                form.put(field, value);
                assertThat(call.post(address, form, Carrier.token(account)).status())
                        .as("%s=%s", field, value)
                        .isLessThan(500);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "number", "turn", "step", "operator"})
    void does_not_fail_whatever_its_address_says(String parameter) {
        Carrier call = call(number("priority", alice));
        Told told = call.dialIn();
        for (URI address : List.of(told.action(), told.whenAnswers(alice))) {
            for (String value :
                    List.of("", "-1", "0", "x", "999999999999999999", "99999999999999999999", "%2B1", "1%00")) {
                URI changed = URI.create(address.toString()
                        .replaceAll("([?&])" + parameter + "=[0-9]+", "$1" + parameter + "=" + value));
                Map<String, String> form = call.form(
                        "DialCallStatus", "completed", "ParentCallSid", call.callSid(), "CallStatus", "ringing");

                assertThat(call.post(changed, form, Carrier.token(account)).status())
                        .as("%s", changed)
                        .isIn(200, 204, 403);
            }
        }
    }

    private long number(String strategy, long... operators) {
        long number = tenant.number("Sales line");
        change(number, "{\"routing_strategy\": \"%s\"}".formatted(strategy));
        for (long operator : operators) {
            assertThat(tenant.attach(number, operator).status()).isEqualTo(200);
        }
        return number;
    }

    private void change(long number, String body) {
        assertThat(client.patch("/virtual_numbers/" + number, body).status()).isEqualTo(200);
    }

    private Carrier call(long number) {
        String dialled = client.get("/virtual_numbers/" + number)
                .data()
                .get("phone_number")
                .asString();
        return new Carrier(SharedServer.root(), account, dialled, "CA%032d".formatted(CALLS.incrementAndGet()));
    }

    /** The turn that comes next. */
    private long turn(long number) {
        return client.get("/virtual_numbers/" + number + "/route")
                .data()
                .get("turn")
                .asLong();
    }

    private JsonNode calls(long number) {
        return client.get("/calls?virtual_number_id=" + number).data();
    }

    private JsonNode assertCall(long number, String status, long seconds, @Nullable Long operator, boolean over) {
        JsonNode calls = calls(number);
        assertThat(calls).hasSize(1);
        JsonNode call = calls.get(0);
        assertThat(call.get("call_status").asString()).isEqualTo(status);
        assertThat(call.get("call_duration").asLong()).isEqualTo(seconds);
        assertThat(
                        call.get("operator_id").isNull()
                                ? null
                                : call.get("operator_id").asLong())
                .isEqualTo(operator);
        assertThat(call.get("ended_at").isNull()).isEqualTo(!over);
        return call;
    }

    private void assertStats(long number, long total, long answered, long missed) {
        JsonNode detail = client.get("/virtual_numbers/" + number).data();
        assertThat(detail.get("stats").get("total_calls").asLong()).isEqualTo(total);
        assertThat(detail.get("stats").get("answered_calls").asLong()).isEqualTo(answered);
        assertThat(detail.get("stats").get("missed_calls").asLong()).isEqualTo(missed);
        assertThat(texts(detail.get("recent_calls"), "call_status")).isEqualTo(texts(calls(number), "call_status"));
    }

    private static List<String> types(long call) {
        return SharedServer.log().ofStream("call-" + call).stream()
                .filter(event -> event.text("actor_kind").equals("carrier"))
                .map(Recorded::type)
                .toList();
    }
}
