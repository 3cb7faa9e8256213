package dev.patchbay.server.contract;

import static dev.patchbay.server.contract.Answers.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Which changes the audit trail lists, to whom, and in which parts. */
@ExtendWith(SharedServer.class)
class AuditEventsIT {

    private final Tenant tenant = Tenant.open();
    private final Client client = tenant.client();

    @Test
    void are_those_of_whoever_made_them() {
        Client other = tenant.with("read", "write");
        other.post("operators", "{\"name\":\"Bea\",\"phone_number\":\"+15555550113\"}");
        long key = client.get("api_keys")
                .data()
                .valueStream()
                .filter(each -> each.get("name").asString().equals("A key"))
                .map(each -> each.get("id").asLong())
                .findFirst()
                .orElseThrow();

        assertThat(types("actor=api_key:" + key)).containsExactly("OperatorCreated");
        assertThat(types("actor=agent")).isEmpty();
        assertThat(types("actor=api_key&entity_type=operator")).containsExactly("OperatorCreated");
    }

    @Test
    void are_those_about_one_thing_or_a_kind_of_things_or_of_a_type() {
        long operator = tenant.operator("Ada");
        tenant.operator("Bea");
        rename(operator, "Ada King");

        assertThat(types("entity_type=operator&entity_id=" + operator))
                .containsExactly("OperatorCreated", "OperatorRenamed");
        assertThat(types("entity_type=operator")).hasSize(3);
        assertThat(types("type=OperatorRenamed")).containsExactly("OperatorRenamed");
        assertThat(types("field=name&entity_type=operator&type=OperatorRenamed"))
                .containsExactly("OperatorRenamed");
        assertThat(types("field=email&entity_type=operator")).isEmpty();
        assertThat(types("q=king")).containsExactly("OperatorRenamed");
    }

    @Test
    void are_those_of_a_request_an_address_and_a_reason() {
        client.post(
                "operators",
                "{\"name\":\"Ada\",\"phone_number\":\"+15555550112\"}",
                "X-Request-Id",
                "of-ada",
                "Patchbay-Reason",
                "Opening the Ravensburg office");

        assertThat(types("request_id=of-ada")).containsExactly("OperatorCreated");
        assertThat(types("q=ravensburg")).containsExactly("OperatorCreated");
        assertThat(types("client_address=127.0.0.1&entity_type=operator")).containsExactly("OperatorCreated");
        assertThat(types("client_address=192.0.2.1")).isEmpty();
    }

    @Test
    void are_those_between_two_positions_or_times() {
        long operator = tenant.operator("Ada");
        long first = rename(operator, "One");
        long second = rename(operator, "Two");
        rename(operator, "Three");
        String time = client.get("audit_events?from=@" + second + "&to=@" + second)
                .data()
                .get(0)
                .get("recorded_at")
                .asString();

        assertThat(names("from=@" + first + "&to=@" + second)).containsExactly("One", "Two");
        assertThat(names("type=OperatorRenamed&from=" + time)).containsExactly("Two", "Three");
        assertThat(names("type=OperatorRenamed&to=" + time)).containsExactly("One", "Two");
        assertThat(client.get("operators/" + operator + "?as_of=" + time)
                        .data()
                        .get("name")
                        .asString())
                .isEqualTo("Two");
        assertThat(client.get("audit_events?order=desc&entity_type=operator")
                        .data()
                        .get(0)
                        .at("/entity/name")
                        .asString())
                .isEqualTo("Three");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor=somebody",
                "entity_type=thing",
                "entity_id=1",
                "entity_type=operator&entity_id=x",
                "project_id=x",
                "from=yesterday",
                "to=@x",
                "order=up",
                "cursor=nonsense"
            })
    void are_none_where_the_question_is_not_understood(String query) {
        Reply reply = client.get("audit_events?" + query);

        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asc", "desc"})
    void come_in_parts_none_twice_and_none_left_out_while_more_happens(String order) {
        long operator = tenant.operator("Ada");
        for (int i = 0; i < 7; i++) {
            rename(operator, "Ada " + i);
        }
        List<Long> before = positions(client.get("audit_events?per_page=100&order=" + order));
        List<Long> inParts = new ArrayList<>();
        String cursor = "";
        for (int part = 0; inParts.size() < before.size(); part++) {
            JsonNode page = client.get("audit_events?per_page=2&order=" + order + cursor)
                    .json();
            page.get("data").forEach(entry -> inParts.add(entry.get("position").asLong()));
            cursor = "&cursor=" + page.at("/meta/next_cursor").asString();
            rename(operator, "Meanwhile " + part);
        }

        assertThat(inParts).startsWith(before.toArray(Long[]::new)).doesNotHaveDuplicates();
    }

    @Test
    void of_a_project_are_all_that_its_keys_see() {
        long mine = tenant.project("Mine");
        long others = tenant.project("Others");
        long operator = tenant.operator("Ada");
        tenant.link(mine, operator);
        tenant.link(others, tenant.operator("Bea"));
        rename(operator, "Ada King");
        Client scoped = tenant.scopedTo(mine, "read");

        List<String> seen = texts(scoped.get("audit_events?order=asc").data(), "type");

        assertThat(seen).contains("ProjectCreated", "OperatorLinkedToProject", "OperatorRenamed");
        assertThat(scoped.get("audit_events").body()).doesNotContain("Others").doesNotContain("Bea");
        assertThat(scoped.get("audit_events?project_id=" + others).data()).isEmpty();
        assertThat(types("project_id=" + mine))
                .filteredOn(type -> !type.equals("ApiKeyIssued"))
                .isEqualTo(seen);
        assertThat(Tenant.open().client().get("audit_events").body()).doesNotContain("Ada");
    }

    @Test
    void tell_a_key_of_a_project_what_leaves_it_and_nothing_of_what_comes_after() {
        long mine = tenant.project("Mine");
        long others = tenant.project("Others");
        long moved = tenant.number("Moved");
        long withdrawn = tenant.number("Withdrawn");
        tenant.assign(mine, moved);
        tenant.assign(mine, withdrawn);
        Client scoped = tenant.scopedTo(mine, "read");

        tenant.assign(others, moved);
        client.delete("projects/" + mine + "/virtual_numbers/" + withdrawn);
        client.patch("virtual_numbers/" + moved, "{\"name\":\"Elsewhere\"}");
        client.patch("virtual_numbers/" + withdrawn, "{\"name\":\"Nowhere\"}");

        assertThat(texts(scoped.get("audit_events?order=asc&per_page=100").data(), "type"))
                .containsExactly(
                        "ProjectCreated",
                        "VirtualNumberAssignedToProject",
                        "VirtualNumberAssignedToProject",
                        "VirtualNumberAssignedToProject",
                        "VirtualNumberWithdrawnFromProject");
        assertThat(scoped.get("audit_events").body())
                .doesNotContain("Elsewhere")
                .doesNotContain("Nowhere")
                .doesNotContain("\"project_id\":" + others);
        assertThat(projects(scoped.get("audit_events?order=asc&entity_type=virtual_number")))
                .containsExactly("null -> " + mine, "null -> " + mine, mine + " -> null", mine + " -> null");
        assertThat(projects(tenant.scopedTo(others, "read").get("audit_events?order=asc")))
                .containsExactly("null -> " + others);
    }

    @Test
    void tell_a_key_of_a_project_what_it_did_itself() {
        long mine = tenant.project("Mine");
        Client scoped = tenant.scopedTo(mine, "read", "write");
        long operator = scoped.post("operators", "{\"name\":\"Ada\",\"phone_number\":\"+15555550112\"}")
                .id();

        assertThat(texts(
                        scoped.get("operators/" + operator + "/history?order=asc")
                                .data(),
                        "type"))
                .containsExactly("OperatorCreated", "OperatorLinkedToProject");
        assertThat(scoped.get("operators/" + operator + "?include=blame")
                        .data()
                        .get("blame")
                        .propertyNames())
                .contains("name", "phone_number", "active", "project_ids");
    }

    @Test
    void of_a_call_are_told_wherever_the_call_is_seen() {
        long theirs = tenant.project("Theirs");
        long mine = tenant.project("Mine");
        long number = tenant.number("Moved");
        tenant.assign(theirs, number);
        long call = client.post(
                        "virtual_numbers/" + number + "/calls",
                        "{\"external_id\":\"CA1\",\"direction\":\"inbound\",\"call_status\":\"missed\"}")
                .id();
        tenant.assign(mine, number);
        Client scoped = tenant.scopedTo(mine, "read");

        assertThat(scoped.get("calls/" + call).status()).isEqualTo(200);
        assertThat(scoped.get("calls/" + call + "/history").data()).isEmpty();
    }

    @Test
    void tell_a_key_of_a_project_nothing_of_other_projects_of_an_operator() {
        long mine = tenant.project("Mine");
        long others = tenant.project("Others");
        long operator = tenant.operator("Ada");
        rename(operator, "Ada King");
        tenant.link(mine, operator);
        tenant.link(others, operator);
        Client scoped = tenant.scopedTo(mine, "read");

        Reply seen = scoped.get("operators/" + operator + "/history");
        JsonNode blame =
                scoped.get("operators/" + operator + "?include=blame").data().get("blame");

        assertThat(seen.data()).hasSize(1);
        assertThat(seen.data().at("/0/changes").toString())
                .isEqualTo("[{\"field\":\"project_ids\",\"before\":[],\"after\":[" + mine + "]}]");
        assertThat(blame.propertyNames()).doesNotContain("name");
        assertThat(client.get("operators/" + operator + "?include=blame")
                        .data()
                        .at("/blame/name/type")
                        .asString())
                .isEqualTo("OperatorRenamed");
    }

    @Test
    void are_not_hinted_at_to_other_accounts() {
        long project = tenant.project("Mine");
        long operator = tenant.operator("Ada");
        Client stranger = Tenant.open().client();

        for (String filter : List.of("project_id=" + project, "entity_type=operator&entity_id=" + operator)) {
            assertThat(stranger.get("audit_events?" + filter).json().toString())
                    .isEqualTo("{\"data\":[],\"meta\":{\"next_cursor\":null,\"per_page\":20}}");
        }
        assertThat(stranger.get("operators/" + operator + "/history").status()).isEqualTo(404);
    }

    /** From which project to which each entry says that its number went. */
    private static List<String> projects(Reply reply) {
        List<String> projects = new ArrayList<>();
        reply.data()
                .forEach(entry -> entry.get("changes").forEach(change -> {
                    if (change.get("field").asString().equals("project_id")) {
                        projects.add(change.get("before") + " -> " + change.get("after"));
                    }
                }));
        return projects;
    }

    private long rename(long operator, String name) {
        return client.patch("operators/" + operator, "{\"name\":\"" + name + "\"}")
                .position();
    }

    private List<String> types(String query) {
        Reply reply = client.get("audit_events?order=asc&per_page=100&" + query);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return texts(reply.data(), "type");
    }

    private List<String> names(String query) {
        return client.get("audit_events?order=asc&" + query)
                .data()
                .valueStream()
                .map(entry -> entry.at("/entity/name").asString())
                .toList();
    }

    private static List<Long> positions(Reply reply) {
        return Answers.numbers(reply.data(), "position");
    }
}
