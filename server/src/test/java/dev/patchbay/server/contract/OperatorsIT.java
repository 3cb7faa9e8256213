package dev.patchbay.server.contract;

import static dev.patchbay.server.contract.Answers.assertAnswer;
import static dev.patchbay.server.contract.Answers.assertError;
import static dev.patchbay.server.contract.Answers.assertInvalid;
import static dev.patchbay.server.contract.Answers.assertNotFound;
import static dev.patchbay.server.contract.Answers.ids;
import static dev.patchbay.server.contract.Answers.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedServer.class)
class OperatorsIT {

    private Tenant tenant;
    private Client client;

    @BeforeEach
    void open() {
        tenant = Tenant.open();
        client = tenant.client();
    }

    @Test
    void creates_an_operator() {
        Reply created = client.post("/operators", """
                {"name": "Jane Doe", "phone_number": "+15551234567", "email": "jane.doe@example.com"}""");

        assertAnswer(created, 201, """
                {"data": {"id": %d, "name": "Jane Doe", "phone_number": "+15551234567",
                  "email": "jane.doe@example.com", "active": true, "initials": "JD", "virtual_numbers": []}}""".formatted(created.id()));
        assertThat(created.etag()).matches("\"[0-9]+-[0-9a-f]{16}\"");
        assertAnswer(client.get("/operators/" + created.id()), 200, created.body());
    }

    @Test
    void creates_an_operator_from_what_is_required_and_ignores_what_is_unknown() {
        Reply created = client.post("/operators", """
                {"phone_number": "+15551234567", "favourite_colour": "red", "name": "  Marcus Chen ", "active": false}""");

        assertAnswer(created, 201, """
                {"data": {"id": %d, "name": "Marcus Chen", "phone_number": "+15551234567", "email": null,
                  "active": false, "initials": "MC", "virtual_numbers": []}}""".formatted(created.id()));
    }

    @Test
    void shows_the_numbers_of_an_operator() {
        String phoneNumber = Tenant.phoneNumber();
        long operator = tenant.operator("Jane Doe");
        long sales = client.post("/virtual_numbers/purchase", """
                {"phone_number": "%s", "name": "Sales line"}""".formatted(phoneNumber))
                .id();
        tenant.attach(sales, operator);

        assertAnswer(client.get("/operators/" + operator), 200, """
                {"data": {"id": %d, "name": "Jane Doe", "phone_number": "+15555550112", "email": null, "active": true,
                  "initials": "JD", "virtual_numbers":
                    [{"id": %d, "phone_number": "%s", "name": "Sales line", "active": true}]}}""".formatted(operator, sales, phoneNumber));
    }

    @Test
    void lists_all_operators_with_how_many_numbers_they_have() {
        long aldona = client.post("/operators", """
                {"name": "Aldona Petrauskaitė", "phone_number": "+37060012345", "email": "aldona@example.com"}""").id();
        long bob = client.post("/operators", """
                {"name": "Bob", "phone_number": "+15551234567", "active": false}""").id();
        tenant.attach(tenant.number("One"), aldona);
        tenant.attach(tenant.number("Two"), aldona);

        assertAnswer(client.get("/operators"), 200, """
                {"data": [
                  {"id": %d, "name": "Aldona Petrauskaitė", "phone_number": "+37060012345",
                   "email": "aldona@example.com", "active": true, "initials": "AP", "virtual_numbers_count": 2},
                  {"id": %d, "name": "Bob", "phone_number": "+15551234567", "email": null, "active": false,
                   "initials": "BO", "virtual_numbers_count": 0}]}""".formatted(aldona, bob));
    }

    @Test
    void sorts_by_name_whatever_its_case_accents_after_their_letter_ties_by_id() {
        for (String name : new String[] {"zoe", "Émile", "Bob", "Emile", "emily", "bob"}) {
            tenant.operator(name);
        }

        assertThat(texts(client.get("/operators").data(), "name"))
                .containsExactly("Bob", "bob", "Emile", "Émile", "emily", "zoe");
    }

    @Test
    void answers_pages_with_meta_only_when_asked() {
        for (String name : new String[] {"A", "B", "C", "D", "E"}) {
            tenant.operator(name);
        }

        Reply second = client.get("/operators?page=2&per_page=2");
        assertThat(texts(second.data(), "name")).containsExactly("C", "D");
        assertThat(second.json().toString())
                .endsWith(",\"meta\":{\"current_page\":2,\"total_pages\":3,\"total_count\":5,\"per_page\":2}}");
        assertThat(client.get("/operators?page=1").json().get("meta").toString())
                .isEqualTo("{\"current_page\":1,\"total_pages\":1,\"total_count\":5,\"per_page\":20}");
        assertThat(client.get("/operators?per_page=1000").json().get("meta").toString())
                .isEqualTo("{\"current_page\":1,\"total_pages\":1,\"total_count\":5,\"per_page\":100}");
        assertAnswer(client.get("/operators?page=4&per_page=2"), 200, """
                {"data": [], "meta": {"current_page": 4, "total_pages": 3, "total_count": 5, "per_page": 2}}""");
        assertThat(client.get("/operators").json().has("meta")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"page,0", "page,-1", "page,x", "page,''", "per_page,0", "per_page,1.5", "per_page,+1"})
    void refuses_pages_that_are_not_there(String parameter, String value) {
        assertError(
                client.get("/operators?" + parameter + "=" + value), 422, parameter + " must be a positive integer");
    }

    @Test
    void changes_only_what_is_given() {
        long operator = client.post("/operators", """
                {"name": "Jane Doe", "phone_number": "+15551234567", "email": "jane.doe@example.com"}""").id();

        assertAnswer(client.patch("/operators/" + operator, """
                {"name": "Jane Roe"}"""), 200, """
                {"data": {"id": %d, "name": "Jane Roe", "phone_number": "+15551234567",
                  "email": "jane.doe@example.com", "active": true, "initials": "JR", "virtual_numbers": []}}""".formatted(operator));
        assertAnswer(client.patch("/operators/" + operator, """
                {"email": null, "active": false, "phone_number": "(555) 555-0199"}"""), 200, """
                {"data": {"id": %d, "name": "Jane Roe", "phone_number": "+15555550199", "email": null, "active": false,
                  "initials": "JR", "virtual_numbers": []}}""".formatted(operator));
        String unchanged = client.get("/operators/" + operator).etag();
        assertThat(client.patch("/operators/" + operator, "{}").etag()).isEqualTo(unchanged);
    }

    @Test
    void deletes_an_operator_once_with_write_permission() {
        long operator = tenant.operator("Jane Doe");

        assertAnswer(tenant.with("write").delete("/operators/" + operator), 200, """
                {"success": true}""");
        assertNotFound(client.delete("/operators/" + operator));
        assertNotFound(client.get("/operators/" + operator));
        assertNotFound(client.patch("/operators/" + operator, """
                {"name": "Jane Roe"}"""));
        assertThat(client.get("/operators").data()).isEmpty();
    }

    @Test
    void drops_a_deleted_operator_out_of_every_ring_order() {
        long first = tenant.operator("First");
        long second = tenant.operator("Second");
        long third = tenant.operator("Third");
        long one = tenant.number("One");
        long two = tenant.number("Two");
        for (long number : new long[] {one, two}) {
            tenant.attach(number, first);
            tenant.attach(number, second);
            tenant.attach(number, third);
        }

        client.delete("/operators/" + second);

        for (long number : new long[] {one, two}) {
            var operators = client.get("/virtual_numbers/" + number).data().get("operators");
            assertThat(ids(operators)).containsExactly(first, third);
            assertThat(texts(operators, "priority")).containsExactly("0", "1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|Name can't be blank;Phone number can't be blank",
                "{'name': '  ', 'phone_number': ''}|Name can't be blank;Phone number can't be blank",
                "{'name': null, 'phone_number': null}|Name can't be blank;Phone number can't be blank",
                "{'name': 'A', 'phone_number': '12'}|Phone number is invalid",
                "{'name': 'A', 'phone_number': '+15551234567', 'email': 'nobody'}|Email is invalid",
                "{'name': 'A', 'phone_number': '+15551234567', 'active': null}|Active must be true or false",
                "{'active': 'yes', 'email': 3, 'phone_number': 4, 'name': 5}|"
                        + "Name must be a string;Phone number must be a string;Email must be a string;"
                        + "Active must be true or false",
            })
    void says_what_is_wrong_with_each_field_in_their_order(String body, String messages) {
        assertInvalid(client.post("/operators", body.replace('\'', '"')), messages.split(";"));
        assertThat(client.get("/operators").data()).isEmpty();
    }

    @Test
    void says_what_is_wrong_with_a_change() {
        long operator = tenant.operator("Jane Doe");

        assertInvalid(
                client.patch("/operators/" + operator, """
                {"name": " ", "phone_number": "nonsense", "email": "@", "active": 1}"""),
                "Name can't be blank",
                "Phone number is invalid",
                "Email is invalid",
                "Active must be true or false");
        assertInvalid(
                client.patch("/operators/" + operator, """
                {"name": "%s"}""".formatted("n".repeat(256))),
                "Name is too long (maximum is 255 characters)");
        assertThat(client.get("/operators/" + operator).data().get("name").asString())
                .isEqualTo("Jane Doe");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+15551234567|+15551234567",
                "(555) 123-4567|+15551234567",
                "555.555.0199|+15555550199",
                "1 555 123 4567|+15551234567",
                "+370 600 12345|+37060012345",
                "+44 20 7946 0958|+442079460958"
            })
    void stores_phone_numbers_as_e164(String written, String stored) {
        Reply created = client.post("/operators", """
                {"name": "A", "phone_number": "%s"}""".formatted(written));

        assertThat(created.data().get("phone_number").asString()).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"123", "+1555123456", "555-CALL-NOW", "+3706001234567890", "call +15551234567", "+999123456789"})
    void refuses_what_is_no_phone_number(String written) {
        assertInvalid(client.post("/operators", """
                {"name": "A", "phone_number": "%s"}""".formatted(written)), "Phone number is invalid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jane Doe|JD",
                "Greta Hall|GH",
                "Operator|OP",
                "anna maria von trapp|AT",
                "Ąžuolas Šimkus|ĄŠ",
                "(Jane) 'Doe'|JD",
                "X|X",
                "O'Neil|ON",
                "- Jane -|JA"
            })
    void takes_initials_from_the_first_and_the_last_word(String name, String initials) {
        Reply created = client.post("/operators", """
                {"name": "%s", "phone_number": "+15551234567"}""".formatted(name));

        assertThat(created.data().get("initials").asString()).isEqualTo(initials);
    }

    @Test
    void shows_a_key_of_a_project_only_the_operators_linked_to_it() {
        long project = tenant.project("Support");
        Client scoped = tenant.scopedTo(project, "read", "write");
        long unlinked = tenant.operator("Unlinked");
        long linked = tenant.operator("Linked");
        tenant.link(project, linked);

        assertThat(ids(scoped.get("/operators").data())).containsExactly(linked);
        assertThat(scoped.get("/operators/" + linked).status()).isEqualTo(200);
        assertNotFound(scoped.get("/operators/" + unlinked));
        assertNotFound(scoped.patch("/operators/" + unlinked, """
                {"name": "X"}"""));
        assertNotFound(scoped.delete("/operators/" + unlinked));
        assertThat(client.get("/operators/" + unlinked).status()).isEqualTo(200);
    }

    @Test
    void links_what_a_key_of_a_project_creates_and_deletes_for_the_whole_account() {
        long project = tenant.project("Support");
        Client scoped = tenant.scopedTo(project, "read", "write");

        long created = scoped.post("/operators", """
                {"name": "Jane Doe", "phone_number": "+15551234567"}""").id();

        assertThat(scoped.get("/operators/" + created).status()).isEqualTo(200);
        assertThat(ids(client.get("/projects/" + project + "/operators").data()))
                .containsExactly(created);
        assertAnswer(scoped.delete("/operators/" + created), 200, """
                {"success": true}""");
        assertNotFound(client.get("/operators/" + created));
    }

    @Test
    void counts_and_shows_a_key_of_a_project_only_the_numbers_of_the_project() {
        long project = tenant.project("Support");
        long operator = tenant.operator("Jane Doe");
        tenant.link(project, operator);
        long inside = tenant.number("Inside");
        long outside = tenant.number("Outside");
        tenant.assign(project, inside);
        tenant.attach(inside, operator);
        tenant.attach(outside, operator);
        Client scoped = tenant.scopedTo(project, "read");

        assertThat(ids(scoped.get("/operators/" + operator).data().get("virtual_numbers")))
                .containsExactly(inside);
        assertThat(scoped.get("/operators")
                        .data()
                        .get(0)
                        .get("virtual_numbers_count")
                        .asInt())
                .isEqualTo(1);
        assertThat(ids(client.get("/operators/" + operator).data().get("virtual_numbers")))
                .containsExactly(inside, outside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "01", "+1", "-1", "1.0", "abc", "9223372036854775808", "1e3", "%31x"})
    void has_nothing_under_what_is_no_id(String id) {
        assertNotFound(client.get("/operators/" + id));
        assertNotFound(client.patch("/operators/" + id, "{}"));
    }

    @Test
    void checks_the_key_then_its_permission_then_the_resource_then_the_body() {
        Client reading = tenant.with("read");
        long operator = tenant.operator("Jane Doe");

        assertError(client.as("idc_" + "x".repeat(32)).get("/nowhere"), 401, "Invalid API key");
        assertError(reading.patch("/operators/999999999", "{"), 403, "Write permission required");
        assertNotFound(client.patch("/operators/999999999", "{"));
        assertError(client.patch("/operators/" + operator, "{"), 400, "Malformed JSON");
    }

    @Test
    void says_what_is_not_served() {
        long operator = tenant.operator("Jane Doe");

        assertError(client.get("/nowhere"), 404, "Not found");
        Reply put = client.put("/operators/" + operator, "{}");
        assertError(put, 405, "Method not allowed");
        assertThat(put.header("Allow")).hasValue("DELETE, GET, HEAD, OPTIONS, PATCH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{} {}", "{\"name\": \"A\", \"name\": \"B\"}"})
    void refuses_a_body_that_is_no_object(String body) {
        assertError(client.post("/operators", body), 400, "Malformed JSON");
    }

    @Test
    void refuses_another_content_type_and_a_body_that_is_too_large() {
        assertError(
                client.post("/operators", "name=Jane", "Content-Type", "application/x-www-form-urlencoded"),
                415,
                "Content-Type must be application/json");
        assertError(
                client.post("/operators", "{\"name\": \"" + "n".repeat(1024 * 1024) + "\"}"),
                413,
                "Request body too large");
    }
}
