package dev.patchbay.server.contract;

import static dev.patchbay.server.contract.Answers.assertAnswer;
import static dev.patchbay.server.contract.Answers.assertError;
import static dev.patchbay.server.contract.Answers.assertInvalid;
import static dev.patchbay.server.contract.Answers.assertNotFound;
import static dev.patchbay.server.contract.Answers.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SharedServer.class)
class AccountsIT {

    @Test
    void opens_an_account_with_its_first_key() {
        Client root = SharedServer.client();
        Reply opened = root.post("/accounts", """
                {"name": " Second tenant "}""");

        String createdAt = opened.data().get("created_at").asString();
        var apiKey = opened.data().get("api_key");
        String key = apiKey.get("key").asString();
        assertAnswer(opened, 201, """
                {"data": {"id": %d, "name": "Second tenant", "created_at": "%s", "api_key":
                  {"id": %d, "name": "First key", "prefix": "%s", "key": "%s",
                   "permissions": ["read", "write", "delete"], "project_id": null, "expires_at": null,
                   "last_used_at": null, "created_at": "%s"}}}""".formatted(
                        opened.id(), createdAt, apiKey.get("id").asLong(), key.substring(0, 8), key, createdAt));
        assertAnswer(root.as(key).get("/operators"), 200, """
                {"data": []}""");
        Reply listed = root.get("/accounts");
        assertThat(ids(listed.data())).isSorted().contains(1L, opened.id());
        assertThat(listed.body())
                .contains("{\"id\":%d,\"name\":\"Second tenant\",\"created_at\":\"%s\"}"
                        .formatted(opened.id(), createdAt))
                .doesNotContain("idc_");
        Reply page = root.get("/accounts?page=1&per_page=1");
        assertThat(ids(page.data())).containsExactly(1L);
        assertThat(page.json().get("meta").get("total_count").asInt())
                .isEqualTo(listed.data().size());
    }

    @Test
    void needs_admin_permission_and_a_key_of_the_whole_account() {
        Client tenant = Tenant.open().client();
        assertError(tenant.get("/accounts"), 403, "Admin permission required");
        assertError(tenant.post("/accounts", "{\"name\": \"A\"}"), 403, "Admin permission required");

        Tenant first = new Tenant(SharedServer.client());
        Client scoped = first.scopedTo(first.project("Support"), "read", "write", "delete", "admin");
        assertError(scoped.get("/accounts"), 403, "Account-wide API key required");
        assertError(scoped.post("/accounts", "{\"name\": \"A\"}"), 403, "Account-wide API key required");
        assertThat(first.with("admin").get("/accounts").status()).isEqualTo(200);
        assertError(first.with("admin").get("/operators"), 403, "Read permission required");
    }

    @Test
    void needs_a_name() {
        assertInvalid(SharedServer.client().post("/accounts", "{}"), "Name can't be blank");
        assertInvalid(SharedServer.client().post("/accounts", "{\"name\": 1}"), "Name must be a string");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/operators/OPERATOR|",
                "PATCH|/operators/OPERATOR|{'name': 'Stolen'}",
                "DELETE|/operators/OPERATOR|",
                "GET|/virtual_numbers/NUMBER|",
                "PATCH|/virtual_numbers/NUMBER|{'name': 'Stolen'}",
                "DELETE|/virtual_numbers/NUMBER|",
                "POST|/virtual_numbers/NUMBER/add_operator|{'operator_id': MINE}",
                "POST|/virtual_numbers/NUMBER/add_operator|{'phone_number': '+15555550199'}",
                "POST|/virtual_numbers/NUMBER/operators|{'operator_id': MINE}",
                "POST|/virtual_numbers/OWN/add_operator|{'operator_id': OPERATOR}",
                "PUT|/virtual_numbers/NUMBER/operators|{'operator_ids': [MINE]}",
                "PUT|/virtual_numbers/OWN/operators|{'operator_ids': [MINE, OPERATOR]}",
                "DELETE|/virtual_numbers/NUMBER/remove_operator?operator_id=OPERATOR|",
                "DELETE|/virtual_numbers/NUMBER/operators/OPERATOR|",
                "DELETE|/virtual_numbers/OWN/operators/OPERATOR|",
                "GET|/projects/PROJECT|",
                "PATCH|/projects/PROJECT|{'name': 'Stolen'}",
                "DELETE|/projects/PROJECT|",
                "GET|/projects/PROJECT/operators|",
                "POST|/projects/PROJECT/operators|{'operator_id': MINE}",
                "POST|/projects/ALLMINE/operators|{'operator_id': OPERATOR}",
                "DELETE|/projects/PROJECT/operators/OPERATOR|",
                "GET|/projects/PROJECT/virtual_numbers|",
                "POST|/projects/PROJECT/virtual_numbers|{'virtual_number_id': OWN}",
                "POST|/projects/ALLMINE/virtual_numbers|{'virtual_number_id': NUMBER}",
                "DELETE|/projects/PROJECT/virtual_numbers/NUMBER|",
                "GET|/api_keys/KEY|",
                "DELETE|/api_keys/KEY|",
                "POST|/api_keys|{'name': 'A', 'permissions': ['read'], 'project_id': PROJECT}",
            })
    void lets_nobody_else_see_or_change_what_it_has(String method, String path, String body) {
        Belongings theirs = Belongings.of(Tenant.open());
        Tenant stranger = Tenant.open();
        Belongings own = Belongings.of(stranger);
        String before = theirs.everything();
        String ownBefore = own.everything();

        Reply reply = stranger.client()
                .send(
                        method,
                        fill(path, theirs, own),
                        body == null ? null : fill(body.replace('\'', '"'), theirs, own));

        assertNotFound(reply);
        assertThat(theirs.everything()).isEqualTo(before);
        assertThat(own.everything()).isEqualTo(ownBefore);
    }

    @Test
    void lists_nothing_of_another() {
        Belongings theirs = Belongings.of(Tenant.open());
        Client stranger = Tenant.open().client();

        for (String path : new String[] {"/operators", "/virtual_numbers", "/projects"}) {
            assertAnswer(stranger.get(path), 200, """
                    {"data": []}""");
            assertThat(theirs.tenant().client().get(path).data()).hasSize(1);
        }
        assertThat(ids(stranger.get("/api_keys").data())).hasSize(1).doesNotContain(theirs.key());
    }

    private static String fill(String template, Belongings theirs, Belongings own) {
        return template.replace("OPERATOR", Long.toString(theirs.operator()))
                .replace("NUMBER", Long.toString(theirs.number()))
                .replace("ALLMINE", Long.toString(own.project()))
                .replace("PROJECT", Long.toString(theirs.project()))
                .replace("KEY", Long.toString(theirs.key()))
                .replace("MINE", Long.toString(own.operator()))
                .replace("OWN", Long.toString(own.number()));
    }

    /** One of everything that an account may have, connected with each other. */
    private record Belongings(Tenant tenant, long operator, long number, long project, long key) {

        static Belongings of(Tenant tenant) {
            long operator = tenant.operator("Jane Doe");
            long number = tenant.number("Line");
            long project = tenant.project("Support");
            tenant.attach(number, operator);
            tenant.link(project, operator);
            tenant.assign(project, number);
            long key = ids(tenant.client().get("/api_keys").data()).getFirst();
            return new Belongings(tenant, operator, number, project, key);
        }

        String everything() {
            Client client = tenant.client();
            return client.get("/operators").body()
                    + client.get("/virtual_numbers/" + number).body()
                    + client.get("/projects/" + project).body()
                    + client.get("/projects/" + project + "/operators").body()
                    + client.get("/projects/" + project + "/virtual_numbers").body()
                    + ids(client.get("/api_keys").data());
        }
    }
}
