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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SharedServer.class)
class ProjectsIT {

    private static final String TIMESTAMP = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";

    private Tenant tenant;
    private Client client;

    @BeforeEach
    void open() {
        tenant = Tenant.open();
        client = tenant.client();
    }

    @Test
    void creates_a_project_with_all_it_says_about_itself() {
        Reply created = client.post("/projects", """
                {"name": "Customer Support", "language": "en", "description": "All calls", "industry": "Retail",
                 "goal_language": "lt", "summary_language": "de", "long_pause_threshold_seconds": 5,
                 "transcription_hints": "Patchbay", "retention_days": 90, "quality_baseline_enabled": true,
                 "quality_baseline_pct": 75.0}""");

        String createdAt = created.data().get("created_at").asString();
        assertThat(createdAt).matches(TIMESTAMP);
        assertAnswer(created, 201, """
                {"data": {"id": %d, "name": "Customer Support", "language": "en", "industry": "Retail",
                  "created_at": "%s", "updated_at": "%s", "description": "All calls", "goal_language": "lt",
                  "summary_language": "de", "long_pause_threshold_seconds": 5, "transcription_hints": "Patchbay",
                  "retention_days": 90, "quality_baseline_enabled": true, "quality_baseline_pct": 75.0,
                  "recordings_count": 0, "virtual_numbers_count": 0}}""".formatted(created.id(), createdAt, createdAt));
        assertAnswer(client.get("/projects/" + created.id()), 200, created.body());
    }

    @Test
    void speaks_the_language_of_the_project_where_nothing_else_is_said() {
        Reply created = client.post("/projects", """
                {"name": "Sales", "language": "lt"}""");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body()).endsWith("""
                "description":null,"goal_language":"lt","summary_language":"lt",\
                "long_pause_threshold_seconds":null,"transcription_hints":null,"retention_days":null,\
                "quality_baseline_enabled":false,"quality_baseline_pct":null,"recordings_count":0,\
                "virtual_numbers_count":0}}""");
    }

    @Test
    void lists_projects_by_name_in_the_short_shape() {
        long sales = tenant.project("sales");
        long compliance = tenant.project("Compliance");
        tenant.project("Émile");
        tenant.project("Emil");

        Reply listed = client.get("/projects");

        assertThat(texts(listed.data(), "name")).containsExactly("Compliance", "Emil", "Émile", "sales");
        assertThat(listed.data().get(0).toString())
                .matches(
                        "\\{\"id\":%d,\"name\":\"Compliance\",\"language\":\"en\",\"industry\":null,\"created_at\":\"%s\",\"updated_at\":\"%s\"}"
                                .formatted(compliance, TIMESTAMP, TIMESTAMP));
        assertThat(listed.json().has("meta")).isFalse();
        Reply page = client.get("/projects?page=4&per_page=1");
        assertThat(ids(page.data())).containsExactly(sales);
        assertThat(page.json().get("meta").toString())
                .isEqualTo("{\"current_page\":4,\"total_pages\":4,\"total_count\":4,\"per_page\":1}");
    }

    @Test
    void changes_only_what_is_given_and_switches_retention_off_with_null() {
        long project = client.post("/projects", """
                {"name": "Sales", "language": "en", "description": "All calls", "retention_days": 90}""").id();

        Reply patched = client.patch("/projects/" + project, """
                {"name": "Sales 2", "retention_days": null, "quality_baseline_enabled": true,
                 "quality_baseline_pct": 12.5, "industry": "Retail"}""");

        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.body())
                .startsWith("{\"data\":{\"id\":" + project
                        + ",\"name\":\"Sales 2\",\"language\":\"en\",\"industry\":\"Retail\",")
                .contains(
                        "\"description\":\"All calls\",", "\"retention_days\":null,\"quality_baseline_enabled\":true,")
                .contains("\"quality_baseline_pct\":12.5");
        assertAnswer(client.get("/projects/" + project), 200, patched.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|Name can't be blank;Language can't be blank",
                "{'name': '', 'language': ' '}|Name can't be blank;Language can't be blank",
                "{'name': 'A', 'language': 'qq'}|Language is invalid",
                "{'name': 'A', 'language': 'en', 'description': 1, 'goal_language': 'qq', 'retention_days': 0,"
                        + " 'quality_baseline_pct': 101}|Description must be a string;Goal language is invalid;"
                        + "Retention days must be between 1 and 36500;Quality baseline pct must be between 0 and 100",
                "{'name': 'A', 'language': 'en', 'long_pause_threshold_seconds': 1.5, 'retention_days': 36501,"
                        + " 'quality_baseline_enabled': null, 'quality_baseline_pct': '75'}|"
                        + "Long pause threshold seconds must be an integer;Retention days must be between 1 and 36500;"
                        + "Quality baseline enabled must be true or false;Quality baseline pct must be a number",
                "{'name': 'A', 'language': 'en', 'long_pause_threshold_seconds': 86401}|"
                        + "Long pause threshold seconds must be between 1 and 86400"
            })
    void says_what_is_wrong_with_each_field_in_their_order(String body, String messages) {
        assertInvalid(client.post("/projects", body.replace('\'', '"')), messages.split(";"));
        assertThat(client.get("/projects").data()).isEmpty();
    }

    @Test
    void takes_with_it_its_numbers_its_keys_and_its_links_when_it_is_deleted() {
        long project = tenant.project("Support");
        long operator = tenant.operator("Jane Doe");
        tenant.link(project, operator);
        long number = tenant.number("Line");
        String phoneNumber = client.get("/virtual_numbers/" + number)
                .data()
                .get("phone_number")
                .asString();
        tenant.attach(number, operator);
        tenant.assign(project, number);
        long bystander = tenant.number("Other line");
        Client scoped = tenant.scopedTo(project, "read");
        assertThat(scoped.get("/operators").status()).isEqualTo(200);

        Reply deleted = client.delete("/projects/" + project);

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertNotFound(client.get("/projects/" + project));
        assertNotFound(client.delete("/projects/" + project));
        assertNotFound(client.get("/virtual_numbers/" + number));
        assertError(scoped.get("/operators"), 401, "Invalid API key");
        assertThat(client.get("/operators/" + operator).data().get("virtual_numbers"))
                .isEmpty();
        assertThat(ids(client.get("/virtual_numbers").data())).containsExactly(bystander);
        assertThat(client.get("/api_keys").data()).hasSize(1);
        assertThat(client.post("/virtual_numbers/purchase", "{\"phone_number\": \"" + phoneNumber + "\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void is_created_and_deleted_by_keys_of_the_whole_account_only() {
        long project = tenant.project("Support");
        Client scoped = tenant.scopedTo(project, "read", "write", "delete");
        String words = "Project-scoped API keys cannot create or destroy projects";

        assertError(scoped.post("/projects", "{\"name\": \"A\", \"language\": \"en\"}"), 403, words);
        assertError(scoped.delete("/projects/" + project), 403, words);
        assertError(tenant.with("read", "write").delete("/projects/" + project), 403, "Delete permission required");
    }

    @Test
    void is_all_that_its_own_keys_see() {
        long project = tenant.project("Support");
        long other = tenant.project("Other");
        Client scoped = tenant.scopedTo(project, "read", "write");

        assertThat(ids(scoped.get("/projects").data())).containsExactly(project);
        assertThat(scoped.get("/projects/" + project).status()).isEqualTo(200);
        assertThat(scoped.patch("/projects/" + project, "{\"name\": \"Mine\"}")
                        .data()
                        .get("name")
                        .asString())
                .isEqualTo("Mine");
        assertNotFound(scoped.get("/projects/" + other));
        assertNotFound(scoped.patch("/projects/" + other, "{\"name\": \"Mine\"}"));
        assertNotFound(scoped.get("/projects/" + other + "/operators"));
        assertNotFound(scoped.get("/projects/" + other + "/virtual_numbers"));
    }

    @Test
    void links_operators_and_unlinks_them() {
        long project = tenant.project("Support");
        long other = tenant.project("Other");
        long operator = tenant.operator("Jane Doe");
        Client scoped = tenant.scopedTo(project, "read", "write");
        String path = "/projects/" + project + "/operators";
        String body = "{\"operator_id\": " + operator + "}";

        Reply linked = client.post(path, body);
        assertAnswer(linked, 200, """
                {"data": {"id": %d, "name": "Jane Doe", "phone_number": "+15555550112", "email": null, "active": true,
                  "initials": "JD", "virtual_numbers": []}}""".formatted(operator));
        assertAnswer(client.post(path, body), 200, linked.body());
        client.post("/projects/" + other + "/operators", body);
        assertThat(ids(client.get("/projects/" + other + "/operators").data())).containsExactly(operator);
        assertAnswer(scoped.get(path), 200, """
                {"data": [{"id": %d, "name": "Jane Doe", "phone_number": "+15555550112", "email": null, "active": true,
                  "initials": "JD", "virtual_numbers_count": 0}]}""".formatted(operator));

        assertError(scoped.post(path, body), 403, "Account-wide API key required");
        assertError(scoped.delete(path + "/" + operator), 403, "Account-wide API key required");
        assertError(client.post(path, "{}"), 422, "operator_id is required");
        assertNotFound(client.post(path, "{\"operator_id\": 999999999}"));
        assertAnswer(client.delete(path + "/" + operator), 200, linked.body());
        assertNotFound(client.delete(path + "/" + operator));
        assertNotFound(scoped.get("/operators/" + operator));
        assertThat(client.get("/operators/" + operator).status()).isEqualTo(200);
    }

    @Test
    void has_the_numbers_assigned_to_it_until_they_are_moved_or_withdrawn() {
        long project = tenant.project("Support");
        long other = tenant.project("Other");
        long number = tenant.number("Line");
        Client scoped = tenant.scopedTo(project, "read", "write");
        String path = "/projects/" + project + "/virtual_numbers";

        Reply assigned = tenant.assign(project, number);
        assertAnswer(assigned, 200, client.get("/virtual_numbers/" + number).body());
        assertAnswer(tenant.assign(project, number), 200, assigned.body());
        assertThat(ids(scoped.get(path).data())).containsExactly(number);
        assertThat(counted(project)).isEqualTo(1);

        assertError(scoped.post(path, "{}"), 403, "Account-wide API key required");
        assertError(scoped.delete(path + "/" + number), 403, "Account-wide API key required");
        assertError(client.post(path, "{}"), 422, "virtual_number_id is required");
        assertNotFound(client.post(path, "{\"virtual_number_id\": 999999999}"));

        tenant.assign(other, number);
        assertThat(List.of(counted(project), counted(other))).containsExactly(0, 1);
        assertNotFound(scoped.get("/virtual_numbers/" + number));
        assertNotFound(client.delete(path + "/" + number));
        assertThat(client.delete("/projects/" + other + "/virtual_numbers/" + number)
                        .status())
                .isEqualTo(200);
        assertThat(counted(other)).isZero();
        assertThat(client.get("/virtual_numbers/" + number).status()).isEqualTo(200);
    }

    private int counted(long project) {
        return client.get("/projects/" + project)
                .data()
                .get("virtual_numbers_count")
                .asInt();
    }
}
