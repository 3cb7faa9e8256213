package dev.patchbay.server.contract;

import static dev.patchbay.server.contract.Answers.assertAnswer;
import static dev.patchbay.server.contract.Answers.assertError;
import static dev.patchbay.server.contract.Answers.assertInvalid;
import static dev.patchbay.server.contract.Answers.assertNotFound;
import static dev.patchbay.server.contract.Answers.ids;
import static dev.patchbay.server.contract.Answers.numbers;
import static dev.patchbay.server.contract.Answers.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.Rush;
import dev.patchbay.server.contract.EventLog.Recorded;
import dev.patchbay.shared.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.class)
class RoutingIT {

    private static final String NO_WAY_BACK = "Fallback must not lead back to this number";

    private Tenant tenant;
    private Client client;

    @BeforeEach
    void open() {
        tenant = Tenant.open();
        client = tenant.client();
    }

    @Test
    void changes_how_long_it_rings_and_what_comes_then() {
        long number = tenant.number("Line");
        long alice = tenant.operator("Alice Carter");
        long bob = tenant.operator("Bob Dean");
        tenant.attach(number, alice);
        tenant.attach(number, bob);

        Reply changed = patch(number, """
                {"ring_timeout_seconds": 25, "fallback": {"type": "forward", "phone_number": "(555) 867-5309"},
                 "operators": [{"id": %d, "ring_seconds": 40}]}""".formatted(bob));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body())
                .contains("\"routing_strategy\":\"priority\",\"ring_timeout_seconds\":25,"
                        + "\"fallback\":{\"type\":\"forward\",\"phone_number\":\"+15558675309\"},"
                        + "\"ai_receptionist_enabled\":false,");
        assertThat(texts(changed.data().get("operators"), "ring_seconds")).containsExactly("", "40");
        assertAnswer(client.get("/virtual_numbers/" + number), 200, changed.body());
    }

    @Test
    void keeps_the_seconds_of_an_operator_in_a_new_order_and_forgets_them_with_the_place() {
        long number = tenant.number("Line");
        long alice = tenant.operator("Alice Carter");
        long bob = tenant.operator("Bob Dean");
        tenant.attach(number, alice);
        tenant.attach(number, bob);
        patch(number, "{\"operators\": [{\"id\": %d, \"ring_seconds\": 40}, {\"id\": %d}]}".formatted(alice, bob));

        Reply reordered = client.put(
                "/virtual_numbers/" + number + "/operators", "{\"operator_ids\": [%d, %d]}".formatted(bob, alice));
        assertThat(texts(reordered.data().get("operators"), "ring_seconds")).containsExactly("", "40");

        client.delete("/virtual_numbers/" + number + "/operators/" + alice);
        Reply attached = tenant.attach(number, alice);
        assertThat(texts(attached.data().get("operators"), "ring_seconds")).containsExactly("", "");
    }

    @Test
    void says_nothing_new_when_asked_for_what_is_so() {
        long number = tenant.number("Line");
        Reply first = patch(number, "{\"ring_timeout_seconds\": 25, \"fallback\": {\"type\": \"voicemail\"}}");

        Reply again = patch(number, "{\"ring_timeout_seconds\": 25, \"fallback\": {\"type\": \"voicemail\"}}");

        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(again.body()).isEqualTo(first.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'ring_timeout_seconds': 0}|Ring timeout seconds must be between 1 and 600",
                "{'ring_timeout_seconds': 601}|Ring timeout seconds must be between 1 and 600",
                "{'ring_timeout_seconds': null}|Ring timeout seconds can't be blank",
                "{'ring_timeout_seconds': '20'}|Ring timeout seconds must be an integer",
                "{'fallback': null}|Fallback must be an object",
                "{'fallback': 'voicemail'}|Fallback must be an object",
                "{'fallback': {}}|Fallback type can't be blank",
                "{'fallback': {'type': null}}|Fallback type can't be blank",
                "{'fallback': {'type': 7}}|Fallback type must be a string",
                "{'fallback': {'type': 'shout'}}|Fallback type is not included in the list",
                "{'fallback': {'type': 'forward'}}|Fallback phone number can't be blank",
                "{'fallback': {'type': 'forward', 'phone_number': '12'}}|Fallback phone number is invalid",
                "{'fallback': {'type': 'virtual_number'}}|Fallback id can't be blank",
                "{'fallback': {'type': 'virtual_number', 'id': '7'}}|Fallback id must be an integer",
                "{'fallback': {'type': 'virtual_number', 'id': 0}}|Fallback id must be greater than or equal to 1",
                "{'operators': null}|Operators must be an array of objects",
                "{'operators': [7]}|Operators must be an array of objects",
                "{'operators': [{}]}|Operators id can't be blank",
                "{'operators': [{'id': 'x', 'ring_seconds': 0}]}|Operators id must be an integer",
                "{'operators': [{'id': 1, 'ring_seconds': 601}]}|Operators ring seconds must be between 1 and 600",
                "{'operators': [{'id': 1}, {'id': 1}]}|Operators must not contain duplicates",
                "{'operators': [{}], 'fallback': {}, 'ring_timeout_seconds': 0, 'routing_strategy': 'x'}|"
                        + "Routing strategy is not included in the list;Ring timeout seconds must be between 1 and 600;"
                        + "Fallback type can't be blank;Operators id can't be blank",
            })
    void says_what_is_wrong_and_changes_nothing(String body, String messages) {
        long number = tenant.number("Line");
        String before = client.get("/virtual_numbers/" + number).body();

        assertInvalid(patch(number, body.replace('\'', '"')), messages.split(";"));
        assertThat(client.get("/virtual_numbers/" + number).body()).isEqualTo(before);
    }

    @Test
    void misses_numbers_and_operators_that_are_not_there_for_the_caller() {
        long number = tenant.number("Line");
        long unattached = tenant.operator("Alice Carter");
        long strangers = Tenant.open().number("Line");
        long released = tenant.number("Gone");
        client.delete("/virtual_numbers/" + released);
        long project = tenant.project("Sales");
        tenant.assign(project, number);
        Client scoped = tenant.scopedTo(project, "read", "write");
        long outside = tenant.number("Outside");

        assertNotFound(fallBack(number, strangers));
        assertNotFound(fallBack(number, released));
        assertNotFound(fallBack(number, 987_654_321));
        assertNotFound(scoped.patch("/virtual_numbers/" + number, to(outside)));
        assertNotFound(patch(number, "{\"operators\": [{\"id\": %d, \"ring_seconds\": 5}]}".formatted(unattached)));
        assertNotFound(patch(number, "{\"operators\": [{\"id\": %d}]}".formatted(unattached)));
        assertThat(fallBack(number, outside).status()).isEqualTo(200);
    }

    @Test
    void changes_nothing_that_somebody_else_changed_in_between() {
        long number = tenant.number("Line");
        String seen = client.get("/virtual_numbers/" + number).etag();
        patch(number, "{\"ring_timeout_seconds\": 30}");

        assertError(
                client.patch(
                        "/virtual_numbers/" + number, "{\"fallback\": {\"type\": \"voicemail\"}}", "If-Match", seen),
                412,
                "Precondition failed");
        String now = client.get("/virtual_numbers/" + number).etag();
        assertThat(client.patch(
                                "/virtual_numbers/" + number,
                                "{\"fallback\": {\"type\": \"voicemail\"}}",
                                "If-Match",
                                now)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30})
    void refuses_a_fallback_that_would_lead_back(int length) {
        List<Long> numbers = chain(length);
        String before = client.get("/virtual_numbers/" + numbers.getLast()).body();

        assertInvalid(fallBack(numbers.getLast(), numbers.getFirst()), NO_WAY_BACK);
        assertThat(client.get("/virtual_numbers/" + numbers.getLast()).body()).isEqualTo(before);

        patch(numbers.getFirst(), "{\"fallback\": {\"type\": \"hangup\"}}");
        assertThat(fallBack(numbers.getLast(), numbers.getFirst()).status()).isEqualTo(length == 1 ? 422 : 200);
    }

    @Test
    void routes_through_as_many_numbers_as_one_may_link_and_refuses_one_more() {
        List<Long> numbers = chain(100);
        long another = tenant.number("One more");

        assertInvalid(fallBack(numbers.getLast(), another), "Fallback must not lead through more than 100 numbers");
        assertInvalid(fallBack(another, numbers.getFirst()), "Fallback must not lead through more than 100 numbers");
        int hops = 0;
        for (JsonNode route = route(numbers.getFirst());
                route.path("fallback").has("route");
                route = route.get("fallback").get("route")) {
            hops++;
        }
        assertThat(hops).isEqualTo(99);
    }

    @Test
    void never_builds_a_circle_when_many_change_fallbacks_at_once() {
        for (int round = 0; round < 5; round++) {
            List<Long> numbers =
                    Stream.generate(() -> tenant.number("Line")).limit(4).toList();

            List<Reply> replies = Rush.of(
                    12, client -> fallBack(numbers.get(client % 4), numbers.get((client + 1 + client / 4) % 4)));

            assertThat(replies).extracting(Reply::status).contains(200).isSubsetOf(200, 409, 422);
            assertThat(replies)
                    .filteredOn(reply -> reply.status() == 422)
                    .allSatisfy(reply -> assertInvalid(reply, NO_WAY_BACK));
            numbers.forEach(this::requireAnEnd);
        }
    }

    @Test
    void lets_one_of_two_win_who_fall_back_to_each_other_at_once() {
        for (int round = 0; round < 10; round++) {
            long one = tenant.number("One");
            long other = tenant.number("Other");

            List<Reply> replies = Rush.of(2, client -> client == 0 ? fallBack(one, other) : fallBack(other, one));

            assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(200, 422);
            requireAnEnd(one);
            requireAnEnd(other);
        }
    }

    @Test
    void rings_by_priority_and_says_why() {
        long number = tenant.number("Line");
        long alice = tenant.operator("Alice Carter");
        long bob = tenant.operator("Bob Dean");
        long cleo = tenant.operator("Cleo Ek");
        tenant.attach(number, alice);
        tenant.attach(number, cleo);
        tenant.attach(number, bob);
        client.patch("/operators/" + cleo, "{\"active\": false}");
        client.patch("/operators/" + alice, "{\"active\": false}");
        client.patch("/operators/" + alice, "{\"active\": true}");
        patch(number, """
                {"fallback": {"type": "voicemail"}, "operators": [{"id": %d, "ring_seconds": 7}]}""".formatted(bob));

        Reply route = client.get("/virtual_numbers/" + number + "/route?caller=%2B15558884444");

        JsonNode data = route.data();
        assertThat(route.status()).isEqualTo(200);
        assertThat(data.get("caller").asString()).isEqualTo("+15558884444");
        assertThat(data.get("virtual_number_id").asLong()).isEqualTo(number);
        assertThat(data.get("routing_strategy").asString()).isEqualTo("priority");
        assertThat(data.get("turn").asLong()).isZero();
        assertThat(steps(data)).containsExactly(List.of(alice), List.of(bob));
        assertThat(numbers(data.get("steps"), "ring_seconds")).containsExactly(20L, 7L);
        requireBecause(operator(data, 0), "OperatorActivated", "operator-" + alice);
        requireBecause(operator(data, 1), "OperatorAttached", "virtual_number-" + number);
        assertThat(data.get("fallback").get("type").asString()).isEqualTo("voicemail");
        requireBecause(data.get("fallback"), "FallbackChanged", "virtual_number-" + number);
        JsonNode excluded = data.get("excluded");
        assertThat(excluded).hasSize(1);
        assertThat(excluded.get(0).get("kind").asString()).isEqualTo("operator");
        assertThat(excluded.get(0).get("id").asLong()).isEqualTo(cleo);
        assertThat(excluded.get(0).get("name").asString()).isEqualTo("Cleo Ek");
        assertThat(excluded.get(0).get("reason").asString()).isEqualTo("inactive");
        requireBecause(excluded.get(0), "OperatorDeactivated", "operator-" + cleo);
    }

    @Test
    void rings_in_turns_and_asking_takes_none() {
        long number = lineWithThree("round_robin");

        Reply first = client.get("/virtual_numbers/" + number + "/route");
        Reply second = client.get("/virtual_numbers/" + number + "/route");

        assertThat(steps(first.data())).hasSize(3);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(client.get("/virtual_numbers/" + number + "/route", "If-None-Match", first.etag())
                        .status())
                .isEqualTo(304);
    }

    @Test
    void rings_all_at_once_as_long_as_the_most_patient() {
        long number = lineWithThree("simultaneous");
        List<Long> operators =
                ids(client.get("/virtual_numbers/" + number).data().get("operators"));
        patch(number, "{\"operators\": [{\"id\": %d, \"ring_seconds\": 50}]}".formatted(operators.get(1)));

        JsonNode route = route(number);

        assertThat(steps(route)).containsExactly(operators);
        assertThat(numbers(route.get("steps"), "ring_seconds")).containsExactly(50L);
    }

    @Test
    void routes_equal_configurations_equally() {
        List<JsonNode> routes = IntStream.range(0, 2)
                .mapToObj(each -> route(lineWithThree("round_robin")))
                .toList();

        assertThat(shape(routes.get(0))).isEqualTo(shape(routes.get(1)));
    }

    @Test
    void hands_over_to_a_number_by_its_own_configuration() {
        long number = tenant.number("Day");
        long night = lineWithThree("simultaneous");
        fallBack(number, night);

        JsonNode fallback = route(number).get("fallback");

        assertThat(fallback.get("type").asString()).isEqualTo("virtual_number");
        assertThat(fallback.get("id").asLong()).isEqualTo(night);
        assertThat(steps(fallback.get("route"))).isEqualTo(steps(route(night)));
    }

    @Test
    void leaves_out_a_number_that_was_to_take_over_but_takes_no_calls() {
        long number = tenant.number("Day");
        long night = tenant.number("Night");
        fallBack(number, night);

        patch(night, "{\"active\": false}");
        requireNobodyTakesOver(number, night, "inactive", "VirtualNumberDeactivated");

        client.delete("/virtual_numbers/" + night);
        assertThat(client.get("/virtual_numbers/" + number)
                        .data()
                        .get("fallback")
                        .get("id")
                        .asLong())
                .isEqualTo(night);
        requireNobodyTakesOver(number, night, "released", "VirtualNumberReleased");
    }

    @Test
    void rings_nobody_for_a_number_that_is_inactive_or_released() {
        long number = lineWithThree("priority");
        patch(number, "{\"active\": false}");

        requireNobodyRings(number, "inactive", "VirtualNumberDeactivated");
        client.delete("/virtual_numbers/" + number);
        requireNobodyRings(number, "released", "VirtualNumberReleased");
        assertNotFound(client.get("/virtual_numbers/" + number));
    }

    @Test
    void routes_only_for_those_who_see_the_number() {
        long number = tenant.number("Line");
        long project = tenant.project("Sales");
        long other = tenant.project("Support");
        tenant.assign(project, number);
        Client scoped = tenant.scopedTo(project, "read");
        Client elsewhere = tenant.scopedTo(other, "read");
        Client stranger = Tenant.open().client();

        for (int time = 0; time < 2; time++) {
            String path = "/virtual_numbers/" + number + "/route";
            assertAnswer(scoped.get(path), 200, client.get(path).body());
            assertNotFound(elsewhere.get(path));
            assertNotFound(stranger.get(path));
            client.delete("/virtual_numbers/" + number);
        }
        assertNotFound(client.get("/virtual_numbers/987654321/route"));
        assertError(tenant.with("write").get("/virtual_numbers/" + number + "/route"), 403, "Read permission required");
    }

    @ParameterizedTest
    @CsvSource({
        "+15558884444, +15558884444",
        "%2B15558884444, +15558884444",
        "5558884444, +15558884444",
        "(555)888-4444, +15558884444",
        "%2B442079460958, +442079460958",
        "+442079460958, +442079460958"
    })
    void reads_the_caller_where_the_number_is(String written, String caller) {
        long number = tenant.number("Line");

        Reply route = client.get("/virtual_numbers/" + number + "/route?caller=" + written);

        assertThat(route.data().get("caller").asString()).isEqualTo(caller);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "withheld", "%2B"})
    void refuses_a_caller_that_is_no_number(String written) {
        long number = tenant.number("Line");

        assertError(client.get("/virtual_numbers/" + number + "/route?caller=" + written), 422, "caller is invalid");
        assertNotFound(client.get("/virtual_numbers/987654321/route?caller=" + written));
    }

    private Reply patch(long number, String body) {
        return client.patch("/virtual_numbers/" + number, body);
    }

    private Reply fallBack(long number, long other) {
        return patch(number, to(other));
    }

    private static String to(long other) {
        return "{\"fallback\": {\"type\": \"virtual_number\", \"id\": %d}}".formatted(other);
    }

    /** Numbers each of which falls back to the next. */
    private List<Long> chain(int length) {
        List<Long> numbers = new ArrayList<>(List.of(tenant.number("Line")));
        while (numbers.size() < length) {
            long next = tenant.number("Line");
            assertThat(fallBack(numbers.getLast(), next).status()).isEqualTo(200);
            numbers.add(next);
        }
        return numbers;
    }

    private void requireAnEnd(long number) {
        Set<Long> passed = new TreeSet<>();
        JsonNode fallback;
        for (long next = number; ; next = fallback.get("id").asLong()) {
            assertThat(passed.add(next))
                    .as("way from %d through %s back to %d", number, passed, next)
                    .isTrue();
            fallback = client.get("/virtual_numbers/" + next).data().get("fallback");
            if (!fallback.has("id")) {
                return;
            }
        }
    }

    private long lineWithThree(String strategy) {
        long number = tenant.number("Line");
        for (String name : List.of("Alice Carter", "Bob Dean", "Cleo Ek")) {
            tenant.attach(number, tenant.operator(name));
        }
        patch(number, "{\"routing_strategy\": \"%s\"}".formatted(strategy));
        return number;
    }

    private JsonNode route(long number) {
        Reply route = client.get("/virtual_numbers/" + number + "/route");
        assertThat(route.status()).isEqualTo(200);
        return route.data();
    }

    /** Who rings together, step by step. */
    private static List<List<Long>> steps(JsonNode route) {
        return route.get("steps")
                .valueStream()
                .map(step -> ids(step.get("operators")))
                .toList();
    }

    private static JsonNode operator(JsonNode route, int step) {
        return route.get("steps").get(step).get("operators").get(0);
    }

    private void requireNobodyTakesOver(long number, long other, String reason, String type) {
        JsonNode route = route(number);
        assertThat(route.get("fallback").get("type").asString()).isEqualTo("hangup");
        requireBecause(route.get("fallback"), type, "virtual_number-" + other);
        requireExcluded(route, other, reason, type);
    }

    private void requireNobodyRings(long number, String reason, String type) {
        JsonNode route = route(number);
        assertThat(route.get("steps")).isEmpty();
        assertThat(route.get("fallback").get("type").asString()).isEqualTo("hangup");
        requireBecause(route.get("fallback"), type, "virtual_number-" + number);
        requireExcluded(route, number, reason, type);
    }

    private void requireExcluded(JsonNode route, long number, String reason, String type) {
        assertThat(route.get("excluded")).hasSize(1);
        JsonNode excluded = route.get("excluded").get(0);
        assertThat(excluded.get("kind").asString()).isEqualTo("virtual_number");
        assertThat(excluded.get("id").asLong()).isEqualTo(number);
        assertThat(excluded.get("reason").asString()).isEqualTo(reason);
        requireBecause(excluded, type, "virtual_number-" + number);
    }

    /** The last event of that type in the stream, with whoever asked for it. */
    private static void requireBecause(JsonNode explained, String type, String stream) {
        Recorded event = SharedServer.log().ofStream(stream).stream()
                .filter(each -> each.type().equals(type))
                .reduce((first, second) -> second)
                .orElseThrow();
        JsonNode because = explained.get("because");
        assertThat(because.get("position").asLong()).isEqualTo(event.position());
        assertThat(because.get("type").asString()).isEqualTo(type);
        assertThat(because.get("recorded_at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(because.get("actor").get("kind").asString()).isEqualTo("api_key");
        assertThat(because.get("actor").get("id").asLong()).isEqualTo(event.number(Provenance.ACTOR_ID));
    }

    /** What does not depend on which numbers and operators they are. */
    private static String shape(JsonNode route) {
        return route.toString()
                .replaceAll("\"(id|virtual_number_id|position)\":\\d+", "")
                .replaceAll("\"(phone_number|recorded_at)\":\"[^\"]*\"", "");
    }
}
