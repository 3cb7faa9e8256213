package dev.patchbay.server.contract;

import static dev.patchbay.server.contract.Staff.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.class)
class ActivityLogIT {

    private final Client admin = Staff.admin();

    @Test
    void tells_who_did_what_with_the_newest_first() {
        Reply made = Staff.made(admin.post("agents", """
                {"first_name": "Ada", "email": "%s", "role": "Agent"}""".formatted(Staff.email())));
        String agent = made.data().get("email").asString() + " (#" + made.id() + ")";
        admin.patch("agents/" + made.id(), "{\"availability_status\":\"online\"}");

        JsonNode page = admin.get("activity-logs?page_size=2").data();

        assertThat(page.get("per_page").asInt()).isEqualTo(2);
        assertThat(page.get("page").asInt()).isEqualTo(1);
        assertThat(page.get("total_pages").asLong())
                .isEqualTo((page.get("total").asLong() + 1) / 2);
        assertThat(Answers.texts(page.get("results"), "activity_description"))
                .containsExactly(
                        "admin@example.com (#1) changed " + agent + " status to online",
                        "admin@example.com (#1) created agent " + agent);
        JsonNode newest = page.get("results").get(0);
        assertThat(newest.get("activity_type").asString()).isEqualTo("agent_online");
        assertThat(newest.get("actor_id").asLong()).isEqualTo(1);
        assertThat(newest.get("target_model_type").asString()).isEqualTo("user");
        assertThat(newest.get("target_model_id").asLong()).isEqualTo(made.id());
        assertThat(newest.get("ip").asString()).isNotEmpty();
    }

    @Test
    void outlives_whom_it_is_about() {
        long gone = Staff.agent("Admin");
        Client agent = Staff.as(gone);
        String name = Staff.name("Team");
        Staff.made(agent.post("teams", "{\"name\":\"" + name + "\",\"conversation_assignment_type\":\"Manual\"}"));
        Staff.made(admin.delete("agents/" + gone));

        JsonNode results = list("[" + condition("actor_id", "equals", Long.toString(gone)) + "]")
                .data()
                .get("results");

        assertThat(results.get(0).get("activity_description").asString())
                .contains("(#" + gone + ") created team " + name);
    }

    @Test
    void is_ordered_and_filtered_as_asked() {
        String team = "{\"name\":\"" + Staff.name("Team") + "\",\"conversation_assignment_type\":\"Manual\"}";
        long gone = Staff.made(admin.post("teams", team)).id();
        Staff.made(admin.delete("teams/" + gone));
        String teams = condition("activity_type", "in", "[\\\"team_created\\\",\\\"team_deleted\\\"]");
        String deleted = condition("activity_type", "equals", "team_deleted");
        String today = condition("created_at", "between", "2020-01-01, 2999-12-31");

        JsonNode ascending = list("[" + teams + "," + today + "]&order_by=activity_logs.created_at&order=asc")
                .data();
        assertThat(Answers.texts(ascending.get("results"), "activity_type"))
                .isNotEmpty()
                .containsOnly("team_created", "team_deleted");
        assertThat(Answers.ids(ascending.get("results"))).isSorted();
        assertThat(list("{\"logic\":\"OR\",\"rules\":[" + deleted + ",{\"logic\":\"AND\",\"rules\":[" + teams + "]}]}")
                        .data()
                        .get("total")
                        .asLong())
                .isEqualTo(ascending.get("total").asLong());
        assertThat(list("[" + condition("created_at", "less than", "2020-01-01") + "]")
                        .data()
                        .toString())
                .isEqualTo("{\"results\":[],\"total\":0,\"per_page\":30,\"total_pages\":0,\"page\":1}");
    }

    @Test
    void counts_nothing_beyond_its_end() {
        assertThat(admin.get("activity-logs?page=100000&page_size=9999").data().toString())
                .isEqualTo("{\"results\":[],\"total\":0,\"per_page\":500,\"total_pages\":0,\"page\":100000}");
    }

    @ParameterizedTest
    @CsvSource({
        "page=0, page",
        "page=x, page",
        "page_size=-1, page_size",
        "order_by=created_at, order_by",
        "order_by=activity_logs.nothing, order_by",
        "order=up, order"
    })
    void names_a_parameter_that_is_not_one(String query, String name) {
        assertFailure(admin.get("activity-logs?" + query), 400, "InputException", "Invalid `" + name + "`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "1",
                "[1]",
                "{}",
                "[{}]",
                "[{\"model\":\"users\",\"field\":\"ip\",\"operator\":\"equals\",\"value\":\"1\"}]",
                "[{\"model\":\"activity_logs\",\"field\":\"id\",\"operator\":\"equals\",\"value\":\"1\"}]",
                "[{\"model\":\"activity_logs\",\"field\":\"ip\",\"operator\":\"like\",\"value\":\"1\"}]",
                "[{\"model\":\"activity_logs\",\"field\":\"ip\",\"operator\":\"equals\",\"value\":1}]",
                "[{\"model\":\"activity_logs\",\"field\":\"ip\",\"operator\":\"in\",\"value\":\"[]\"}]",
                "[{\"model\":\"activity_logs\",\"field\":\"actor_id\",\"operator\":\"equals\",\"value\":\"x\"}]",
                "[{\"model\":\"activity_logs\",\"field\":\"created_at\",\"operator\":\"equals\",\"value\":\"x\"}]",
                "[{\"model\":\"activity_logs\",\"field\":\"created_at\",\"operator\":\"between\",\"value\":\"2020-01-01\"}]",
                "{\"logic\":\"XOR\",\"rules\":[]}",
                "{\"rules\":[{\"rules\":[{\"rules\":[]}]}]}"
            })
    void does_not_take_a_filter_that_is_none(String filter) {
        assertFailure(list(filter), 400, "InputException", "Invalid `filters`");
    }

    private Reply list(String filterAndMore) {
        String[] parts = filterAndMore.split("&order", 2);
        return admin.get("activity-logs?filters=" + URLEncoder.encode(parts[0], StandardCharsets.UTF_8)
                + (parts.length > 1 ? "&order" + parts[1] : ""));
    }

    private static String condition(String field, String operator, String value) {
        return """
                {"model":"activity_logs","field":"%s","operator":"%s","value":"%s"}""".formatted(field, operator, value);
    }
}
