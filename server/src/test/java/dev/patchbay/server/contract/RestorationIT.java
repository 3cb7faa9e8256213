package dev.patchbay.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedServer.class)
class RestorationIT {

    private Tenant tenant;
    private Client client;

    @BeforeEach
    void open() {
        tenant = Tenant.open();
        client = tenant.client();
    }

    @Test
    void restores_the_state_of_a_number_or_only_some_of_it() {
        long number = tenant.number("Line");
        long anna = tenant.operator("Anna");
        long jane = tenant.operator("Jane Doe");
        client.put("/virtual_numbers/" + number + "/operators", "{\"operator_ids\": [" + anna + "," + jane + "]}");
        long then = client.patch(
                        "/virtual_numbers/" + number,
                        "{\"name\": \"Sales\", \"fallback\": {\"type\": \"forward\", \"phone_number\": \"+15551230000\"}}")
                .position();
        String before = tenant.data("/virtual_numbers/" + number).getFirst();
        client.patch(
                "/virtual_numbers/" + number,
                "{\"name\": null, \"routing_strategy\": \"simultaneous\", \"fallback\": {\"type\": \"voicemail\"},"
                        + " \"operators\": [{\"id\": " + anna + ", \"ring_seconds\": 5}]}");
        client.put("/virtual_numbers/" + number + "/operators", "{\"operator_ids\": [" + jane + "]}");

        Reply some =
                tenant.restore("/virtual_numbers/" + number, "{\"to\": \"@" + then + "\", \"fields\": [\"name\"]}");
        Reply all = tenant.restore("/virtual_numbers/" + number, "{\"to\": \"@" + then + "\"}");

        assertThat(some.data().get("name").asString()).isEqualTo("Sales");
        assertThat(some.data().get("routing_strategy").asString()).isEqualTo("simultaneous");
        assertThat(all.data().toString()).isEqualTo(before);
    }

    @Test
    void restores_what_is_gone_as_it_was_at_a_moment() {
        long project = tenant.project("Support");
        long id = tenant.operator("Jane Doe");
        client.post("/projects/" + project + "/operators", "{\"operator_id\": " + id + "}");
        long then = client.get("/operators/" + id).position();
        List<String> before = tenant.data("/operators/" + id, "/projects/" + project + "/operators");
        client.patch("/operators/" + id, "{\"name\": \"Jane Roe\", \"email\": \"jane@example.com\"}");
        client.delete("/operators/" + id);

        tenant.restore("/operators/" + id, "{\"to\": \"@" + then + "\"}");

        assertThat(tenant.data("/operators/" + id, "/projects/" + project + "/operators"))
                .isEqualTo(before);
    }

    @Test
    void does_not_restore_a_ring_order_with_somebody_who_is_gone() {
        long number = tenant.number("Line");
        long anna = tenant.operator("Anna");
        client.put("/virtual_numbers/" + number + "/operators", "{\"operator_ids\": [" + anna + "]}");
        long then = client.get("/operators").position();
        long deletion = client.delete("/operators/" + anna).position();

        Reply refused = client.post("/virtual_numbers/" + number + "/restore", "{\"to\": \"@" + then + "\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("error").asString())
                .startsWith("The operator " + anna + " was deleted since, by event ");
        assertThat(refused.json().at("/event/type").asString()).isEqualTo("OperatorDeleted");
        assertThat(refused.json().at("/event/position").asLong()).isLessThanOrEqualTo(deletion);
    }

    @Test
    void restores_on_top_of_what_the_caller_saw_and_nothing_that_never_was() {
        long id = tenant.operator("Jane Doe");
        String seen = client.get("/operators/" + id).etag();
        long then = client.get("/operators/" + id).position();
        client.patch("/operators/" + id, "{\"name\": \"Jane Roe\"}");
        String path = "/operators/" + id + "/restore";

        assertThat(client.post(path, "{\"to\": \"@" + then + "\"}", "If-Match", seen)
                        .status())
                .isEqualTo(412);
        assertThat(client.post(path, "{\"to\": \"@0\"}").json().get("error").asString())
                .isEqualTo("to must be when the operator " + id + " was there");
        assertThat(client.post(path, "{\"to\": \"@999999999\"}")
                        .json()
                        .get("error")
                        .asString())
                .isEqualTo("to is in the future");
        assertThat(client.post(path, "{\"to\": \"@" + then + "\", \"fields\": [\"nope\"]}")
                        .status())
                .isEqualTo(422);
        assertThat(client.post("/operators/999999/restore", "{\"to\": \"@" + then + "\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void brings_a_deleted_operator_back_with_its_attachments_and_links() {
        long number = tenant.number("Line");
        long other = tenant.operator("Anna");
        long id = tenant.operator("Jane Doe");
        long project = tenant.project("Support");
        tenant.link(project, id);
        client.put("/virtual_numbers/" + number + "/operators", "{\"operator_ids\": [" + id + "," + other + "]}");
        long then = client.get("/operators/" + id).position();
        String[] paths = {"/operators/" + id, "/virtual_numbers/" + number, "/projects/" + project + "/operators"};
        List<String> before = tenant.data(paths);
        client.delete("/operators/" + id);

        tenant.restore("/operators/" + id, "{\"to\": \"@" + then + "\"}");

        assertThat(tenant.data(paths)).isEqualTo(before);
    }

    @Test
    void brings_a_deleted_project_back_with_its_operators_and_then_each_of_its_numbers() {
        long project = tenant.project("Support");
        long number = tenant.number("Line");
        long operator = tenant.operator("Jane Doe");
        tenant.link(project, operator);
        tenant.assign(project, number);
        long then = client.get("/projects/" + project).position();
        String[] paths = {"/projects/" + project, "/virtual_numbers", "/projects/" + project + "/operators"};
        List<String> before = tenant.data(paths);
        client.delete("/projects/" + project);

        tenant.restore("/projects/" + project, "{\"to\": \"@" + then + "\"}");
        assertThat(client.get("/virtual_numbers").data()).isEmpty();
        assertThat(tenant.data(paths).getLast()).isEqualTo(before.getLast());
        client.delete("/projects/" + project + "/operators/" + operator);
        assertThat(client.get("/projects/" + project + "/operators").data()).isEmpty();
        tenant.restore("/virtual_numbers/" + number, "{\"to\": \"@" + then + "\"}");
        assertThat(client.get("/projects/" + project + "/operators").data()).isEmpty();
        tenant.link(project, operator);

        assertThat(tenant.data(paths)).isEqualTo(before);
    }

    @Test
    void brings_a_number_back_without_what_it_named_then_and_is_gone() {
        long fallback = tenant.number("Night");
        long number = tenant.number("Line");
        long project = tenant.project("Support");
        tenant.assign(project, number);
        long then = client.patch(
                        "/virtual_numbers/" + number,
                        "{\"name\": \"Day\", \"fallback\": {\"type\": \"virtual_number\", \"id\": " + fallback + "}}")
                .position();
        client.patch("/virtual_numbers/" + number, "{\"name\": \"Last\", \"fallback\": {\"type\": \"voicemail\"}}");
        client.delete("/projects/" + project + "/virtual_numbers/" + number);
        for (String path :
                List.of("/virtual_numbers/" + number, "/virtual_numbers/" + fallback, "/projects/" + project)) {
            client.delete(path);
        }

        Reply restored = tenant.restore("/virtual_numbers/" + number, "{\"to\": \"@" + then + "\"}");

        assertThat(restored.data().get("name").asString()).isEqualTo("Day");
        assertThat(restored.data().at("/fallback/type").asString()).isEqualTo("voicemail");
    }

    @Test
    void is_for_keys_that_see_all_of_the_account() {
        long project = tenant.project("Support");
        long id = tenant.operator("Jane Doe");
        tenant.link(project, id);
        long number = tenant.number("Line");
        tenant.assign(project, number);
        Client scoped = tenant.scopedTo(project, "read", "write", "delete");
        String body = "{\"to\": \"@" + client.get("/operators").position() + "\"}";

        for (String path : List.of("/operators/" + id, "/virtual_numbers/" + number, "/projects/" + project)) {
            assertThat(scoped.post(path + "/restore", body).status()).isEqualTo(403);
        }
    }

    @Test
    void compares_what_the_caller_saw_before_all_else() {
        long number = tenant.number("Line");
        long anna = tenant.operator("Anna");
        tenant.attach(number, anna);
        String path = "/virtual_numbers/" + number;
        String seen = client.get(path).etag();
        long then = client.get(path).position();
        client.delete("/operators/" + anna);
        String body = "{\"to\": \"@" + then + "\"}";
        String dry = "{\"dry_run\": true, \"to\": \"@" + then + "\"}";

        assertThat(client.post(path + "/restore", body).status()).isEqualTo(409);
        assertThat(client.post(path + "/restore", body, "If-Match", seen).status())
                .isEqualTo(412);
        assertThat(client.post(path + "/restore", dry, "If-Match", seen).status())
                .isEqualTo(412);
        client.delete(path);
        for (String tag : List.of(seen, "*")) {
            assertThat(client.post(path + "/restore", body, "If-Match", tag).status())
                    .isEqualTo(412);
            assertThat(client.post(path + "/restore", dry, "If-Match", tag).status())
                    .isEqualTo(412);
        }
        assertThat(client.post("/virtual_numbers/999999/restore", body, "If-Match", seen)
                        .status())
                .isEqualTo(404);
        tenant.restore(path, body);
        assertThat(client.post(
                                path + "/restore",
                                dry,
                                "If-Match",
                                client.get(path).etag())
                        .status())
                .isEqualTo(409);
    }
}
