package dev.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Behind;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Refusal.Reason;
import dev.patchbay.shared.Together.Expected;
import dev.patchbay.shared.account.AccountQuery.FindAccount;
import dev.patchbay.shared.operator.OperatorCommand.ChangeOperatorEmail;
import dev.patchbay.shared.operator.OperatorCommand.CreateOperator;
import dev.patchbay.shared.operator.OperatorCommand.DeactivateOperator;
import dev.patchbay.shared.operator.OperatorCommand.LinkOperatorToProject;
import dev.patchbay.shared.operator.OperatorCommand.RenameOperator;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.operator.OperatorQuery.FindOperator;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.AttachOperator;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ReorderOperators;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritesTest extends ApiTest {
    private static final OperatorId ALICE = new OperatorId(12);

    @Test
    void say_who_asks_from_where_and_why() {
        api.send(
                "PATCH",
                "/operators/12",
                "{\"name\":\"Alice\"}",
                "X-Request-Id",
                "request 1",
                "User-Agent",
                "test",
                "Patchbay-Reason",
                "she married");

        assertThat(backend.lastProvenance())
                .isEqualTo(new Provenance(1, "api_key", 1, "request 1", "127.0.0.1", "test", "she married"));
    }

    @Test
    void of_several_fields_are_decided_as_one() {
        api.send("PATCH", "/operators/12", "{\"active\":false,\"email\":null,\"name\":\" Alice \",\"more\":1}");

        assertThat(backend.commands())
                .containsExactly(
                        new RenameOperator(ALICE, new DisplayName("Alice")),
                        new ChangeOperatorEmail(ALICE, null),
                        new DeactivateOperator(ALICE));
        assertThat(backend.dispatched).hasSize(1);
    }

    @Test
    void that_ask_for_nothing_decide_nothing() {
        assertThat(api.send("PATCH", "/operators/12", "{}").statusCode()).isEqualTo(200);
        assertThat(backend.dispatched).isEmpty();
    }

    @Test
    void of_a_project_scoped_key_stay_in_its_project() {
        api.sendAs(Backend.SCOPED_KEY, "POST", "/operators", BOB);

        assertThat(backend.commands())
                .satisfiesExactly(
                        create -> assertThat(create).isInstanceOf(CreateOperator.class),
                        link -> assertThat(link).isInstanceOf(LinkOperatorToProject.class));
    }

    @Test
    void that_add_a_new_operator_make_link_and_attach_it_at_once() {
        HttpResponse<String> response = api.sendAs(
                Backend.SCOPED_KEY, "POST", "/virtual_numbers/7/add_operator", "{\"phone_number\":\"555 555 0199\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(backend.commands())
                .satisfiesExactly(
                        create -> assertThat(((CreateOperator) create))
                                .returns("Operator", made -> made.name().value())
                                .returns(
                                        "+15555550199",
                                        made -> made.phoneNumber().e164()),
                        link -> assertThat(link).isInstanceOf(LinkOperatorToProject.class),
                        attach -> assertThat(attach).isInstanceOf(AttachOperator.class));
    }

    @Test
    void of_a_ring_order_name_it_whole() {
        backend.operator(22, "Eva Frank");
        api.send("PUT", "/virtual_numbers/7/operators", "{\"operator_ids\":[22,12]}");

        assertThat(backend.commands())
                .singleElement()
                .isInstanceOfSatisfying(
                        ReorderOperators.class,
                        order -> assertThat(order.operators()).containsExactly(new OperatorId(22), ALICE));
    }

    @Test
    void on_top_of_what_was_seen_name_the_version_they_expect() {
        String seen = header(api.send("GET", "/operators/12", null), "ETag");
        long version = Long.parseLong(seen.substring(1, seen.indexOf('-')));

        assertThat(api.send("PATCH", "/operators/12", "{\"name\":\"Alice\"}", "If-Match", seen)
                        .statusCode())
                .isEqualTo(200);
        assertThat(backend.lastTogether().expected()).containsExactly(new Expected("operator-12", version));
    }

    @Test
    void on_top_of_something_older_are_refused_with_the_current_tag() {
        String current = header(api.send("GET", "/operators/12", null), "ETag");
        for (String other : new String[] {"\"0-0123456789abcdef\"", "W/" + current, "nonsense"}) {
            HttpResponse<String> response =
                    api.send("PATCH", "/operators/12", "{\"name\":\"Alice\"}", "If-Match", other);

            assertThat(answer(response)).isEqualTo("412 {\"error\":\"Precondition failed\"}");
            assertThat(header(response, "ETag")).isEqualTo(current);
            assertThat(header(response, "Patchbay-Position")).isNotEmpty();
        }
        assertThat(backend.dispatched).isEmpty();
    }

    @Test
    void with_wrong_fields_are_told_so_before_they_are_told_that_they_are_late() {
        assertThat(api.send("PATCH", "/operators/12", "{\"name\":\"\"}", "If-Match", "\"0-0123456789abcdef\"")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void are_tried_again_when_others_come_first() {
        backend.refuse(Reason.CONCURRENT, "busy");
        backend.refuse(Reason.STALE, "busy");

        assertThat(api.send("PATCH", "/operators/12", "{\"name\":\"Alice\"}").statusCode())
                .isEqualTo(200);
        assertThat(backend.dispatched).hasSize(3);
    }

    @Test
    void give_up_after_ten_attempts() {
        for (int i = 0; i < 14; i++) {
            backend.refuse(Reason.CONCURRENT, "busy");
        }
        HttpResponse<String> response = api.send("PATCH", "/operators/12", "{\"name\":\"Alice\"}");

        assertThat(answer(response)).isEqualTo("409 {\"error\":\"Others keep changing this at the same time\"}");
        assertThat(header(response, "Retry-After")).isEqualTo("1");
        assertThat(backend.dispatched).hasSize(10);
    }

    @Test
    void that_are_overtaken_by_a_change_to_what_they_expected_are_late() {
        String seen = header(api.send("GET", "/operators/12", null), "ETag");
        backend.refuse(Reason.STALE, "changed");
        backend.whileDeciding = () -> backend.operator(12, "Alice Changed");

        assertThat(api.send("PATCH", "/operators/12", "{\"name\":\"Alice\"}", "If-Match", seen)
                        .statusCode())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOT_FOUND | 404 {\"error\":\"Resource not found\"}",
                "INVALID | 422 {\"errors\":[\"Phone number has already been taken\"]}",
                "UNAVAILABLE | 503 {\"error\":\"The log cannot be written at the moment\"}",
                "ANONYMOUS | 500 {\"error\":\"Internal server error\"}"
            })
    void that_are_refused_say_why(Reason reason, String answer) {
        backend.refuse(reason, "Phone number has already been taken");

        assertThat(answer(api.send("PATCH", "/operators/12", "{\"name\":\"Alice\"}")))
                .isEqualTo(answer);
    }

    @Test
    void tell_the_position_when_the_view_is_late() {
        var known = backend.answers.get(FindOperator.class);
        backend.answering(FindOperator.class, query -> {
            throw new Behind(57, 40);
        });
        try {
            HttpResponse<String> response = api.send("POST", "/operators", BOB);

            assertThat(answer(response)).isEqualTo("202 {\"position\":57}");
            assertThat(header(response, "Patchbay-Position")).isEqualTo("57");
        } finally {
            backend.answers.put(FindOperator.class, known);
        }
    }

    @Test
    void tell_the_position_when_there_is_nothing_to_show() {
        var known = backend.answers.get(FindOperator.class);
        backend.answering(FindOperator.class, query -> Answer.none(57));
        try {
            HttpResponse<String> response = api.send("POST", "/operators", BOB);

            assertThat(answer(response)).isEqualTo("202 {\"position\":" + header(response, "Patchbay-Position") + "}");
        } finally {
            backend.answers.put(FindOperator.class, known);
        }
    }

    @Test
    void wait_for_the_position_that_is_asked_for_before_they_take_effect() {
        var known = backend.answers.get(FindAccount.class);
        backend.answering(FindAccount.class, query -> {
            if (query.moment().atLeast() == 99) {
                throw new Behind(99, 40);
            }
            return known.apply(query);
        });
        try {
            assertThat(answer(api.send("POST", "/operators", BOB, "Patchbay-Min-Position", "99")))
                    .isEqualTo("503 {\"error\":\"Not yet at position 99\"}");
            assertThat(backend.dispatched).isEmpty();
        } finally {
            backend.answers.put(FindAccount.class, known);
        }
    }

    @Test
    void that_delete_answer_as_documented() {
        assertThat(answer(api.send("DELETE", "/operators/12", null))).isEqualTo("200 {\"success\":true}");
        assertThat(answer(api.send("DELETE", "/virtual_numbers/7", null))).isEqualTo("200 {\"success\":true}");
        assertThat(answer(api.send("DELETE", "/projects/5", null))).isEqualTo("204 ");
        assertThat(answer(api.send("DELETE", "/api_keys/3", null))).isEqualTo("200 {\"success\":true}");
    }
}
