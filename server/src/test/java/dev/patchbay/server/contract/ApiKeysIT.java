package dev.patchbay.server.contract;

import static dev.patchbay.server.contract.Answers.assertAnswer;
import static dev.patchbay.server.contract.Answers.assertError;
import static dev.patchbay.server.contract.Answers.assertInvalid;
import static dev.patchbay.server.contract.Answers.assertNotFound;
import static dev.patchbay.server.contract.Answers.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedServer.class)
class ApiKeysIT {

    private Tenant tenant;
    private Client client;

    @BeforeEach
    void open() {
        tenant = Tenant.open();
        client = tenant.client();
    }

    @Test
    void shows_a_key_once_and_afterwards_only_how_it_begins() {
        long project = tenant.project("Support");
        Reply issued = client.post("/api_keys", """
                {"name": "Dialler", "permissions": ["write", "read"], "project_id": %d,
                 "expires_at": "2099-12-31T12:30:00+02:00"}""".formatted(project));

        String key = issued.data().get("key").asString();
        String createdAt = issued.data().get("created_at").asString();
        assertThat(key).matches("idc_[A-Za-z0-9]{32}");
        assertAnswer(issued, 201, """
                {"data": {"id": %d, "name": "Dialler", "prefix": "%s", "key": "%s", "permissions": ["read", "write"],
                  "project_id": %d, "expires_at": "2099-12-31T10:30:00Z", "last_used_at": null,
                  "created_at": "%s"}}""".formatted(issued.id(), key.substring(0, 8), key, project, createdAt));
        assertAnswer(client.get("/api_keys/" + issued.id()), 200, """
                {"data": {"id": %d, "name": "Dialler", "prefix": "%s", "permissions": ["read", "write"],
                  "project_id": %d, "expires_at": "2099-12-31T10:30:00Z", "last_used_at": null,
                  "created_at": "%s"}}""".formatted(
                        issued.id(), key.substring(0, 8), project, createdAt));
    }

    @Test
    void lists_keys_by_id_without_showing_them_and_says_when_they_were_used() {
        Client used = tenant.with("read");
        used.get("/operators");
        tenant.with("write");

        Reply listed = client.get("/api_keys");

        assertThat(listed.data()).hasSize(3);
        assertThat(ids(listed.data())).isSorted();
        assertThat(listed.body()).doesNotContainPattern("idc_[A-Za-z0-9]{5}");
        assertThat(listed.data().get(0).get("name").asString()).isEqualTo("First key");
        assertThat(listed.data().get(1).get("last_used_at").asString()).matches("....-..-..T..:..:..Z");
        assertThat(listed.data().get(2).get("last_used_at").isNull()).isTrue();
        assertThat(client.get("/api_keys?per_page=2").json().get("meta").toString())
                .isEqualTo("{\"current_page\":1,\"total_pages\":2,\"total_count\":3,\"per_page\":2}");
    }

    @Test
    void revokes_a_key_from_the_next_request_on() {
        Client other = tenant.with("read");
        long id = ids(client.get("/api_keys").data()).getLast();
        assertThat(other.get("/operators").status()).isEqualTo(200);

        assertAnswer(client.delete("/api_keys/" + id), 200, """
                {"success": true}""");

        assertError(other.get("/operators"), 401, "Invalid API key");
        assertNotFound(client.get("/api_keys/" + id));
        assertNotFound(client.delete("/api_keys/" + id));
        assertThat(client.get("/api_keys").data()).hasSize(1);
    }

    @Test
    void may_revoke_itself() {
        long own = ids(client.get("/api_keys").data()).getFirst();

        assertThat(client.delete("/api_keys/" + own).status()).isEqualTo(200);
        assertError(client.get("/operators"), 401, "Invalid API key");
    }

    @Test
    void cannot_grant_what_it_lacks() {
        String admin = "{\"name\": \"A\", \"permissions\": [\"read\", \"admin\"]}";
        assertError(client.post("/api_keys", admin), 403, "Cannot grant permissions the key does not have");
        assertError(
                tenant.with("write").post("/api_keys", "{\"name\": \"A\", \"permissions\": [\"write\", \"read\"]}"),
                403,
                "Cannot grant permissions the key does not have");
        assertThat(tenant.with("write")
                        .post("/api_keys", "{\"name\": \"A\", \"permissions\": [\"write\"]}")
                        .status())
                .isEqualTo(201);
        assertThat(SharedServer.client().post("/api_keys", admin).status()).isEqualTo(201);
    }

    @Test
    void needs_a_key_of_the_whole_account() {
        Client scoped = tenant.scopedTo(tenant.project("Support"), "read", "write", "delete");

        for (Reply reply : new Reply[] {
            scoped.get("/api_keys"),
            scoped.get("/api_keys/1"),
            scoped.post("/api_keys", "{}"),
            scoped.delete("/api_keys/1")
        }) {
            assertError(reply, 403, "Account-wide API key required");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|Name can't be blank;Permissions can't be blank",
                "{'name': ' ', 'permissions': []}|Name can't be blank;Permissions can't be blank",
                "{'name': 'A', 'permissions': 'read'}|Permissions must be an array of strings",
                "{'name': 'A', 'permissions': ['fly']}|Permissions must be of read, write, delete and admin",
                "{'name': 'A', 'permissions': ['read', 'read']}|Permissions must not contain duplicates",
                "{'name': 'A', 'permissions': ['read'], 'expires_at': '2020-01-01T00:00:00Z'}|"
                        + "Expires at must be in the future",
                "{'name': 'A', 'permissions': ['read'], 'expires_at': 'tomorrow'}|Expires at is invalid",
                "{'name': 'A', 'permissions': ['read'], 'project_id': 'x', 'expires_at': 1}|"
                        + "Project id must be an integer;Expires at must be a string"
            })
    void says_what_is_wrong_with_each_field_in_their_order(String body, String messages) {
        assertInvalid(client.post("/api_keys", body.replace('\'', '"')), messages.split(";"));
        assertThat(client.get("/api_keys").data()).hasSize(1);
    }

    @Test
    void is_bound_only_to_a_project_that_the_account_has() {
        long foreign = Tenant.open().project("Foreign");

        for (long project : new long[] {foreign, 999_999_999, -1}) {
            assertNotFound(client.post("/api_keys", """
                    {"name": "A", "permissions": ["read"], "project_id": %d}""".formatted(project)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer idc_short",
                "Basic dXNlcjpwYXNz",
                "Bearer idc_%s!",
                "idc_%s",
                "Bearer idc_%s"
            })
    void is_the_only_way_in(String authorization) {
        String header = authorization.replace("%s", "x".repeat(32));
        Client nobody = client.as("");

        assertError(nobody.get("/operators"), 401, "Invalid API key");
        if (!header.isEmpty()) {
            assertError(nobody.get("/operators", "Authorization", header), 401, "Invalid API key");
            assertError(nobody.post("/virtual_numbers/purchase", "{", "Authorization", header), 401, "Invalid API key");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "read, GET, /operators",
        "read, GET, /operators/1",
        "write, POST, /operators",
        "write, PATCH, /operators/1",
        "write, DELETE, /operators/1",
        "read, GET, /virtual_numbers",
        "read, GET, /virtual_numbers/1",
        "read, GET, /virtual_numbers/available",
        "write, POST, /virtual_numbers",
        "write, POST, /virtual_numbers/purchase",
        "write, PATCH, /virtual_numbers/1",
        "delete, DELETE, /virtual_numbers/1",
        "write, POST, /virtual_numbers/1/add_operator",
        "write, POST, /virtual_numbers/1/operators",
        "write, PUT, /virtual_numbers/1/operators",
        "write, DELETE, /virtual_numbers/1/remove_operator",
        "write, DELETE, /virtual_numbers/1/operators/1",
        "read, GET, /projects",
        "read, GET, /projects/1",
        "write, POST, /projects",
        "write, PATCH, /projects/1",
        "delete, DELETE, /projects/1",
        "read, GET, /projects/1/operators",
        "write, POST, /projects/1/operators",
        "write, DELETE, /projects/1/operators/1",
        "read, GET, /projects/1/virtual_numbers",
        "write, POST, /projects/1/virtual_numbers",
        "write, DELETE, /projects/1/virtual_numbers/1",
        "read, GET, /api_keys",
        "read, GET, /api_keys/1",
        "write, POST, /api_keys",
        "delete, DELETE, /api_keys/1",
    })
    void needs_exactly_the_permission_of_what_it_is_used_for(String permission, String method, String path) {
        String[] others = Stream.of("read", "write", "delete")
                .filter(word -> !word.equals(permission))
                .toArray(String[]::new);
        String words = permission.substring(0, 1).toUpperCase(Locale.ROOT) + permission.substring(1);
        String body = method.equals("GET") || method.equals("DELETE") ? null : "{}";

        assertError(tenant.with(others).send(method, path, body), 403, words + " permission required");
        assertThat(tenant.with(permission).send(method, path, body).status()).isIn(200, 404, 422);
        assertError(
                tenant.scopedTo(tenant.project("P"), others).send(method, path, body),
                403,
                words + " permission required");
    }
}
