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
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedServer.class)
class VirtualNumbersIT {

    private Tenant tenant;
    private Client client;

    @BeforeEach
    void open() {
        tenant = Tenant.open();
        client = tenant.client();
    }

    @Test
    void purchases_a_number_that_then_rings_nobody() {
        Reply purchased = client.post("/virtual_numbers/purchase", """
                {"phone_number": "+15551234567", "country_code": "us", "number_type": "mobile", "name": "US Sales Line",
                 "requirement_group_id": 3, "upfront_cost": "1.00", "monthly_cost": "1.50"}""");

        assertAnswer(purchased, 201, """
                {"data": {"id": %d, "phone_number": "+15551234567", "name": "US Sales Line", "country_code": "US",
                  "active": true, "ai_receptionist_enabled": false, "operators": [], "operators_count": 0}}""".formatted(purchased.id()));
        assertAnswer(client.get("/virtual_numbers/" + purchased.id()), 200, """
                {"data": {"id": %d, "phone_number": "+15551234567", "name": "US Sales Line", "country_code": "US",
                  "active": true, "recording": true, "routing_strategy": "priority", "ring_timeout_seconds": 20,
                  "fallback": {"type": "hangup"}, "ai_receptionist_enabled": false,
                  "stats": {"total_calls": 0, "answered_calls": 0, "missed_calls": 0, "average_duration_seconds": 0},
                  "operators": [], "available_operators": [], "recent_calls": []}}""".formatted(purchased.id()));
    }

    @Test
    void shows_who_rings_and_who_could() {
        long number = tenant.number("US Sales Line");
        long alice = tenant.operator("Alice Carter");
        long eva = tenant.operator("Eva Frank");
        String phoneNumber = client.get("/virtual_numbers/" + number)
                .data()
                .get("phone_number")
                .asString();

        Reply attached = tenant.attach(number, alice);

        assertAnswer(attached, 200, """
                {"data": {"id": %d, "phone_number": "%s", "name": "US Sales Line", "country_code": "US",
                  "active": true, "recording": true, "routing_strategy": "priority", "ring_timeout_seconds": 20,
                  "fallback": {"type": "hangup"}, "ai_receptionist_enabled": false,
                  "stats": {"total_calls": 0, "answered_calls": 0, "missed_calls": 0, "average_duration_seconds": 0},
                  "operators": [{"id": %d, "name": "Alice Carter", "phone_number": "+15555550112", "initials": "AC",
                    "priority": 0, "ring_seconds": null}],
                  "available_operators": [{"id": %d, "name": "Eva Frank", "phone_number": "+15555550112",
                    "initials": "EF"}],
                  "recent_calls": []}}""".formatted(number, phoneNumber, alice, eva));
        assertAnswer(client.get("/virtual_numbers/" + number), 200, attached.body());
    }

    @Test
    void lists_numbers_by_id_with_the_first_three_operators() {
        long number = tenant.number("US Sales Line");
        long other = tenant.number("A line");
        List<Long> operators = List.of("Alice Carter", "Bob Dean", "Cleo Ek", "Dan Fox").stream()
                .map(tenant::operator)
                .toList();
        operators.forEach(operator -> tenant.attach(number, operator));
        List<String> phoneNumbers = texts(client.get("/virtual_numbers").data(), "phone_number");

        assertAnswer(client.get("/virtual_numbers"), 200, """
                {"data": [
                  {"id": %d, "phone_number": "%s", "name": "US Sales Line", "country_code": "US", "active": true,
                   "ai_receptionist_enabled": false, "operators": [
                     {"id": %d, "name": "Alice Carter", "initials": "AC"},
                     {"id": %d, "name": "Bob Dean", "initials": "BD"},
                     {"id": %d, "name": "Cleo Ek", "initials": "CE"}], "operators_count": 4},
                  {"id": %d, "phone_number": "%s", "name": "A line", "country_code": "US", "active": true,
                   "ai_receptionist_enabled": false, "operators": [], "operators_count": 0}]}""".formatted(
                        number,
                        phoneNumbers.get(0),
                        operators.get(0),
                        operators.get(1),
                        operators.get(2),
                        other,
                        phoneNumbers.get(1)));
        Reply page = client.get("/virtual_numbers?page=2&per_page=1");
        assertThat(ids(page.data())).containsExactly(other);
        assertThat(page.json().get("meta").toString())
                .isEqualTo("{\"current_page\":2,\"total_pages\":2,\"total_count\":2,\"per_page\":1}");
    }

    @Test
    void changes_only_what_is_given() {
        long number = tenant.number("Old");

        Reply patched = client.patch("/virtual_numbers/" + number, """
                {"name": "New", "active": false, "recording": false, "routing_strategy": "round_robin", "id": 5,
                 "ai_receptionist_enabled": true}""");
        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.body())
                .contains("\"name\":\"New\",\"country_code\":\"US\",\"active\":false,\"recording\":false,"
                        + "\"routing_strategy\":\"round_robin\",\"ring_timeout_seconds\":20,\"fallback\":{\"type\":\"hangup\"},"
                        + "\"ai_receptionist_enabled\":false,");
        Reply again = client.patch("/virtual_numbers/" + number, """
                {"name": null, "routing_strategy": "simultaneous"}""");
        assertThat(again.body())
                .contains("\"name\":null,\"country_code\":\"US\",\"active\":false,\"recording\":false,"
                        + "\"routing_strategy\":\"simultaneous\",");
        assertAnswer(client.get("/virtual_numbers/" + number), 200, again.body());
    }

    @Test
    void says_what_is_wrong_with_a_change_and_changes_nothing() {
        long number = tenant.number("Line");
        String before = client.get("/virtual_numbers/" + number).body();

        assertInvalid(
                client.patch("/virtual_numbers/" + number, """
                {"name": " ", "active": "no", "recording": null, "routing_strategy": "loudest"}"""),
                "Name can't be blank",
                "Active must be true or false",
                "Recording must be true or false",
                "Routing strategy is not included in the list");
        assertInvalid(client.patch("/virtual_numbers/" + number, """
                {"name": "Good", "routing_strategy": 7}"""), "Routing strategy must be a string");
        assertThat(client.get("/virtual_numbers/" + number).body()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"phone_number\": null}", "{\"phone_number\": \"  \"}"})
    void needs_a_number_to_purchase(String body) {
        assertError(client.post("/virtual_numbers/purchase", body), 422, "phone_number is required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'phone_number': '12'}|Phone number is invalid",
                "{'phone_number': 12}|Phone number must be a string",
                "{'phone_number': '+15550001111', 'country_code': 'LT'}|Country code is invalid",
                "{'phone_number': '+15550001111', 'country_code': 'XX'}|Country code is invalid",
                "{'phone_number': '+15550001111', 'number_type': 'pager'}|Number type is not included in the list",
                "{'phone_number': '+15550001111', 'name': '', 'requirement_group_id': 'x', 'upfront_cost': 1}|"
                        + "Name can't be blank;Requirement group id must be an integer;Upfront cost must be a string",
            })
    void says_what_is_wrong_with_a_purchase(String body, String messages) {
        assertInvalid(client.post("/virtual_numbers/purchase", body.replace('\'', '"')), messages.split(";"));
        assertThat(client.get("/virtual_numbers").data()).isEmpty();
    }

    @Test
    void reads_a_local_number_in_the_region_of_the_purchase() {
        Reply lithuanian = client.post("/virtual_numbers/purchase", """
                {"phone_number": "612 34567", "country_code": "lt"}""");

        assertAnswer(lithuanian, 201, """
                {"data": {"id": %d, "phone_number": "+37061234567", "name": null, "country_code": "LT", "active": true,
                  "ai_receptionist_enabled": false, "operators": [], "operators_count": 0}}""".formatted(lithuanian.id()));
        Reply british = client.post("/virtual_numbers/purchase", """
                {"phone_number": "+442079460958"}""");
        assertThat(british.data().get("country_code").asString()).isEqualTo("GB");
    }

    @Test
    void lets_a_number_be_held_once_in_the_installation_until_it_is_released() {
        String body = "{\"phone_number\": \"" + Tenant.phoneNumber() + "\"}";
        long first = client.post("/virtual_numbers/purchase", body).id();

        assertInvalid(client.post("/virtual_numbers/purchase", body), "Phone number has already been taken");
        Client other = Tenant.open().client();
        assertInvalid(other.post("/virtual_numbers/purchase", body), "Phone number has already been taken");
        assertThat(other.get("/virtual_numbers").data()).isEmpty();

        assertAnswer(client.delete("/virtual_numbers/" + first), 200, """
                {"success": true}""");
        assertNotFound(client.get("/virtual_numbers/" + first));
        assertNotFound(client.delete("/virtual_numbers/" + first));
        Reply again = other.post("/virtual_numbers/purchase", body);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.id()).isGreaterThan(first);
    }

    @Test
    void gives_a_number_to_exactly_one_of_many_who_want_it_at_once() {
        String body = "{\"phone_number\": \"" + Tenant.phoneNumber() + "\"}";

        List<Reply> replies = Rush.of(20, i -> client.post("/virtual_numbers/purchase", body));

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .allSatisfy(reply -> assertInvalid(reply, "Phone number has already been taken"));
        assertThat(client.get("/virtual_numbers").data()).hasSize(1);
    }

    @Test
    void releases_with_delete_permission_and_frees_the_operators() {
        long number = tenant.number("Line");
        long operator = tenant.operator("Jane Doe");
        tenant.attach(number, operator);

        assertError(
                tenant.with("read", "write").delete("/virtual_numbers/" + number), 403, "Delete permission required");
        assertThat(tenant.with("delete").delete("/virtual_numbers/" + number).status())
                .isEqualTo(200);
        assertThat(client.get("/operators/" + operator).data().get("virtual_numbers"))
                .isEmpty();
        assertThat(client.get("/operators")
                        .data()
                        .get(0)
                        .get("virtual_numbers_count")
                        .asInt())
                .isZero();
    }

    @Test
    void attaches_at_the_end_and_again_without_effect() {
        long number = tenant.number("Line");
        long first = tenant.operator("Zoe");
        long second = tenant.operator("Adam");
        tenant.attach(number, first);

        Reply attached = tenant.attach(number, second);

        assertThat(ids(attached.data().get("operators"))).containsExactly(first, second);
        assertThat(numbers(attached.data().get("operators"), "priority")).containsExactly(0L, 1L);
        Reply again = tenant.attach(number, first);
        assertAnswer(again, 200, attached.body());
        assertThat(again.etag()).isEqualTo(attached.etag());
    }

    @Test
    void creates_and_attaches_an_operator_in_one_step() {
        long number = tenant.number("Line");

        Reply named = client.post("/virtual_numbers/" + number + "/add_operator", """
                {"phone_number": "+15555550199", "name": "Greta Hall"}""");
        Reply nameless = client.post("/virtual_numbers/" + number + "/add_operator", """
                {"phone_number": "555 555 0198"}""");

        assertThat(named.status()).isEqualTo(200);
        long greta = named.data().get("operators").get(0).get("id").asLong();
        long operator = nameless.data().get("operators").get(1).get("id").asLong();
        assertThat(nameless.data().get("operators").toString())
                .isEqualTo(("[{\"id\":%d,\"name\":\"Greta Hall\","
                                + "\"phone_number\":\"+15555550199\",\"initials\":\"GH\",\"priority\":0,\"ring_seconds\":null},{\"id\":%d,"
                                + "\"name\":\"Operator\",\"phone_number\":\"+15555550198\",\"initials\":\"OP\",\"priority\":1,\"ring_seconds\":null}]")
                        .formatted(greta, operator));
        assertThat(ids(client.get("/operators").data())).containsExactlyInAnyOrder(greta, operator);
    }

    @Test
    void reads_the_number_of_a_new_operator_in_the_region_of_the_virtual_number() {
        long lithuanian = client.post("/virtual_numbers/purchase", """
                {"phone_number": "+37061200001"}""").id();

        Reply added = client.post("/virtual_numbers/" + lithuanian + "/add_operator", """
                {"phone_number": "600 12345"}""");

        assertThat(texts(added.data().get("operators"), "phone_number")).containsExactly("+37060012345");
    }

    @Test
    void prefers_the_operator_id_when_both_are_given() {
        long number = tenant.number("Line");
        long operator = tenant.operator("Jane Doe");

        Reply added = client.post("/virtual_numbers/" + number + "/add_operator", """
                {"operator_id": %d, "phone_number": "+15555550199", "name": "Greta Hall"}""".formatted(operator));

        assertThat(ids(added.data().get("operators"))).containsExactly(operator);
        assertThat(ids(client.get("/operators").data())).containsExactly(operator);
    }

    @Test
    void says_what_is_wrong_with_an_operator_to_be_added_and_leaves_nothing() {
        long number = tenant.number("Line");
        String path = "/virtual_numbers/" + number + "/add_operator";
        long foreign = Tenant.open().operator("Foreign");

        assertError(client.post(path, "{}"), 422, "operator_id or phone_number is required");
        assertError(client.post(path, "{\"operator_id\": null}"), 422, "operator_id or phone_number is required");
        assertError(client.post(path, "{\"phone_number\": \" \"}"), 422, "operator_id or phone_number is required");
        assertError(client.post(path, "{\"operator_id\": \"12\"}"), 422, "operator_id must be an integer");
        assertInvalid(client.post(path, """
                {"name": "", "phone_number": "12"}"""), "Name can't be blank", "Phone number is invalid");
        assertNotFound(client.post(path, "{\"operator_id\": 999999999}"));
        assertNotFound(client.post(path, "{\"operator_id\": -1}"));
        assertNotFound(client.post(path, "{\"operator_id\": " + foreign + "}"));
        assertNotFound(client.post("/virtual_numbers/999999999/add_operator", "{}"));
        assertThat(client.get("/operators").data()).isEmpty();
        assertThat(client.get("/virtual_numbers/" + number).data().get("operators"))
                .isEmpty();
    }

    @Test
    void detaches_and_closes_the_gap() {
        long number = tenant.number("Line");
        long first = tenant.operator("First");
        long second = tenant.operator("Second");
        long third = tenant.operator("Third");
        tenant.attach(number, first);
        tenant.attach(number, second);
        tenant.attach(number, third);

        Reply detached = client.delete("/virtual_numbers/" + number + "/remove_operator?operator_id=" + first);

        assertThat(detached.status()).isEqualTo(200);
        assertThat(ids(detached.data().get("operators"))).containsExactly(second, third);
        assertThat(numbers(detached.data().get("operators"), "priority")).containsExactly(0L, 1L);
        assertThat(ids(detached.data().get("available_operators"))).containsExactly(first);
        Reply again = client.send("DELETE", "/virtual_numbers/" + number + "/remove_operator", """
                {"operator_id": %d}""".formatted(third));
        assertThat(ids(again.data().get("operators"))).containsExactly(second);
        assertThat(client.get("/operators/" + first).status()).isEqualTo(200);
    }

    @Test
    void says_what_is_wrong_with_an_operator_to_be_removed() {
        long number = tenant.number("Line");
        long operator = tenant.operator("Jane Doe");
        String path = "/virtual_numbers/" + number + "/remove_operator";

        assertError(client.delete(path), 422, "operator_id is required");
        assertError(client.send("DELETE", path, "{}"), 422, "operator_id is required");
        assertError(client.delete(path + "?operator_id=x"), 422, "operator_id must be an integer");
        assertNotFound(client.delete(path + "?operator_id=" + operator));
        assertNotFound(client.delete("/virtual_numbers/999999999/remove_operator?operator_id=" + operator));
    }

    @Test
    void serves_the_other_spellings() {
        Reply purchased = client.post("/virtual_numbers", """
                {"phone_number": "%s"}""".formatted(Tenant.phoneNumber()));
        assertThat(purchased.status()).isEqualTo(201);
        assertThat(purchased.data().has("operators_count")).isTrue();
        long operator = tenant.operator("Jane Doe");
        String path = "/virtual_numbers/" + purchased.id() + "/operators";

        Reply attached = client.post(path, "{\"operator_id\": " + operator + "}");
        assertThat(attached.status()).isEqualTo(200);
        assertThat(ids(attached.data().get("operators"))).containsExactly(operator);
        Reply detached = client.delete(path + "/" + operator);
        assertThat(detached.status()).isEqualTo(200);
        assertThat(detached.data().get("operators")).isEmpty();
        assertNotFound(client.delete(path + "/" + operator));
        assertNotFound(client.delete(path + "/x"));
    }

    @Test
    void replaces_the_ring_order_in_one_step() {
        long number = tenant.number("Line");
        long first = tenant.operator("First");
        long second = tenant.operator("Second");
        long third = tenant.operator("Third");
        tenant.attach(number, first);
        tenant.attach(number, second);

        Reply replaced = client.put("/virtual_numbers/" + number + "/operators", """
                {"operator_ids": [%d, %d]}""".formatted(third, first));

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(ids(replaced.data().get("operators"))).containsExactly(third, first);
        assertThat(numbers(replaced.data().get("operators"), "priority")).containsExactly(0L, 1L);
        assertThat(ids(replaced.data().get("available_operators"))).containsExactly(second);
        assertAnswer(client.get("/virtual_numbers/" + number), 200, replaced.body());
    }

    @Test
    void replaces_the_ring_order_wholly_or_not_at_all() {
        long number = tenant.number("Line");
        long first = tenant.operator("First");
        long second = tenant.operator("Second");
        long foreign = Tenant.open().operator("Foreign");
        long deleted = tenant.operator("Deleted");
        client.delete("/operators/" + deleted);
        tenant.attach(number, first);
        Reply before = client.get("/virtual_numbers/" + number);
        String path = "/virtual_numbers/" + number + "/operators";

        for (long unknown : new long[] {foreign, deleted, 999_999_999, 0, -1}) {
            assertNotFound(client.put(path, "{\"operator_ids\": [" + second + "," + unknown + "," + first + "]}"));
        }
        assertError(client.put(path, "{}"), 422, "operator_ids is required");
        assertError(client.put(path, "{\"operator_ids\": 3}"), 422, "operator_ids must be an array of integers");
        assertError(client.put(path, "{\"operator_ids\": [\"3\"]}"), 422, "operator_ids must be an array of integers");
        assertError(client.put(path, "{\"operator_ids\": []}"), 422, "operator_ids must name at least one operator");
        assertError(
                client.put(path, "{\"operator_ids\": [" + second + "," + second + "]}"),
                422,
                "operator_ids must not contain duplicates");
        String many = LongStream.rangeClosed(1, 10_000).mapToObj(Long::toString).collect(Collectors.joining(","));
        assertError(
                client.put(path, "{\"operator_ids\": [" + many + "]}"),
                422,
                "operator_ids must name at most 1000 operators");

        Reply after = client.get("/virtual_numbers/" + number);
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(after.etag()).isEqualTo(before.etag());
    }

    @Test
    void offers_active_operators_by_name_and_keeps_inactive_ones_attached() {
        long number = tenant.number("Line");
        long zoe = tenant.operator("Zoe");
        long adam = tenant.operator("adam");
        long attached = tenant.operator("Attached");
        long inactive = tenant.operator("Inactive");
        tenant.attach(number, attached);
        client.patch("/operators/" + attached, "{\"active\": false}");
        client.patch("/operators/" + inactive, "{\"active\": false}");

        Reply shown = client.get("/virtual_numbers/" + number);

        assertThat(ids(shown.data().get("operators"))).containsExactly(attached);
        assertThat(ids(shown.data().get("available_operators"))).containsExactly(adam, zoe);
    }

    @Test
    void shows_a_key_of_a_project_only_the_numbers_of_the_project() {
        long project = tenant.project("Support");
        long outside = tenant.number("Outside");
        long unlinked = tenant.operator("Unlinked");
        long linked = tenant.operator("Linked");
        tenant.link(project, linked);
        Client scoped = tenant.scopedTo(project, "read", "write", "delete");

        long inside = scoped.post("/virtual_numbers/purchase", """
                {"phone_number": "%s"}""".formatted(Tenant.phoneNumber()))
                .id();

        assertThat(ids(scoped.get("/virtual_numbers").data())).containsExactly(inside);
        assertThat(ids(client.get("/virtual_numbers").data())).containsExactly(outside, inside);
        assertThat(ids(client.get("/projects/" + project + "/virtual_numbers").data()))
                .containsExactly(inside);
        tenant.attach(inside, unlinked);
        Reply shown = scoped.get("/virtual_numbers/" + inside);
        assertThat(ids(shown.data().get("operators"))).containsExactly(unlinked);
        assertThat(ids(shown.data().get("available_operators"))).containsExactly(linked);

        String path = "/virtual_numbers/" + outside;
        assertNotFound(scoped.get(path));
        assertNotFound(scoped.patch(path, "{\"name\": \"Mine\"}"));
        assertNotFound(scoped.delete(path));
        assertNotFound(scoped.post(path + "/add_operator", "{\"operator_id\": " + linked + "}"));
        assertNotFound(scoped.delete(path + "/remove_operator?operator_id=" + linked));
        assertNotFound(scoped.put(path + "/operators", "{\"operator_ids\": [" + linked + "]}"));
    }

    @Test
    void attaches_through_a_key_of_a_project_only_operators_of_the_project() {
        long project = tenant.project("Support");
        long number = tenant.number("Line");
        tenant.assign(project, number);
        long unlinked = tenant.operator("Unlinked");
        Client scoped = tenant.scopedTo(project, "read", "write");

        assertNotFound(scoped.post("/virtual_numbers/" + number + "/add_operator", """
                {"operator_id": %d}""".formatted(unlinked)));
        Reply added = scoped.post("/virtual_numbers/" + number + "/add_operator", """
                {"phone_number": "+15555550199", "name": "Greta Hall"}""");
        assertThat(ids(scoped.get("/operators").data()))
                .isEqualTo(ids(added.data().get("operators")));
    }

    @Test
    void answers_what_can_be_had_from_the_inventory() {
        assertAnswer(client.get("/virtual_numbers/available?country=lt"), 200, """
                {"data": [{"phone_number": "+37060099901", "country_code": "LT", "number_type": "mobile", "upfront_cost": null,
                  "monthly_cost": null, "features": [], "region_information": []}]}""");
        Client scoped = tenant.scopedTo(tenant.project("Support"), "read");
        assertAnswer(scoped.get("/virtual_numbers/available?number_type=toll-free"), 200, """
                {"data": [{"phone_number": "+15555550903", "country_code": "US", "number_type": "toll-free", "upfront_cost": null,
                  "monthly_cost": null, "features": [], "region_information": []}]}""");
        assertAnswer(client.get("/virtual_numbers/available?country=de"), 200, """
                {"data": []}""");
        assertError(
                client.get("/virtual_numbers/available?country=usa"), 422, "country must be a two-letter country code");
        assertError(
                client.get("/virtual_numbers/available?number_type=pager"),
                422,
                "number_type is not included in the list");
    }

    @Test
    void offers_no_number_that_somebody_holds() {
        String first = """
                {"phone_number": "+15555550901", "country_code": "US", "number_type": "mobile", "upfront_cost": "1.00",
                 "monthly_cost": "1.50", "features": ["sms", "voice"],
                 "region_information": [{"region_type": "country", "region_name": "United States"}]}""";
        assertAnswer(client.get("/virtual_numbers/available"), 200, """
                {"data": [%s, {"phone_number": "+15555550902", "country_code": "US", "number_type": "mobile", "upfront_cost": null,
                  "monthly_cost": null, "features": [], "region_information": []}]}""".formatted(first));

        long held = Tenant.open()
                .client()
                .post("/virtual_numbers/purchase", "{\"phone_number\": \"+15555550902\"}")
                .id();

        assertThat(held).isPositive();
        assertAnswer(client.get("/virtual_numbers/available?country=us&number_type=mobile"), 200, """
                {"data": [%s]}""".formatted(first));
    }
}
