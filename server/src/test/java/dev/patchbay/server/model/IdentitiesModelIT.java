package dev.patchbay.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.dns.NameServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** Random histories of identities, answer by answer what a simple model of the contract says. */
class IdentitiesModelIT {

    private static final AtomicInteger DOMAINS = new AtomicInteger();

    private static Path directory;
    private static NameServer names;
    private static RunningServer server;

    /** What somebody does: with a new identity, or with one of those that there ever were. */
    private record Action(String what, int which, String word) {}

    @BeforeContainer
    static void start() throws IOException {
        directory = Files.createTempDirectory("patchbay-model");
        names = new NameServer();
        server = RunningServer.on(directory, "patchbay.dns.resolver=" + names.address());
    }

    @AfterContainer
    static void stop() throws IOException {
        server.close();
        names.close();
        FileSystemUtils.deleteRecursively(directory);
    }

    @Property(tries = 15)
    void every_answer_is_the_one_of_the_model(@ForAll("histories") List<Action> history) {
        Client admin = server.client();
        String key = admin.post("accounts", "{\"name\": \"Model\"}")
                .data()
                .get("api_key")
                .get("key")
                .asString();
        Client client = admin.as(key).at(server.root().resolve("/v1/"));
        JsonNode domain = verified(client);
        List<String> ever = new ArrayList<>();
        Map<String, Map<String, String>> living = new LinkedHashMap<>();

        for (Action action : history) {
            if (action.what().equals("create")) {
                boolean taken = living.values().stream()
                        .anyMatch(identity -> identity.get("local_part").equals(action.word()));
                Reply reply = client.post(
                        "identities",
                        "{\"domain_id\": \"%s\", \"local_part\": \"%s\", \"display_name\": \"New\"}"
                                .formatted(domain.get("id").asString(), action.word()));
                assertThat(reply.status()).isEqualTo(taken ? 409 : 201);
                if (!taken) {
                    String id = reply.json().get("id").asString();
                    ever.add(id);
                    Map<String, String> identity = new LinkedHashMap<>();
                    identity.put("local_part", action.word());
                    identity.put("display_name", "New");
                    identity.put("status", "active");
                    living.put(id, identity);
                    assertThat(shown(reply.json())).isEqualTo(identity);
                }
            } else if (!ever.isEmpty()) {
                String id = ever.get(action.which() % ever.size());
                Map<String, String> identity = living.get(id);
                Reply reply = act(client, id, action);
                if (identity == null) {
                    assertThat(reply.status()).isEqualTo(404);
                } else if (action.what().equals("delete")) {
                    assertThat(reply.status()).isEqualTo(204);
                    living.remove(id);
                } else {
                    identity.put(action.what(), action.word());
                    assertThat(reply.status()).isEqualTo(200);
                    assertThat(shown(reply.json())).isEqualTo(identity);
                }
            }
            assertThat(listed(client)).isEqualTo(living);
        }
        assertThat(client.delete("domains/" + domain.get("id").asString()).status())
                .isEqualTo(living.isEmpty() ? 204 : 409);
    }

    @Provide
    Arbitrary<List<Action>> histories() {
        Arbitrary<Action> creation = Arbitraries.of("ada", "bob", "eve").map(word -> new Action("create", 0, word));
        Arbitrary<Integer> which = Arbitraries.integers().between(0, 20);
        Arbitrary<Action> renaming = Combinators.combine(which, Arbitraries.of("One", "Two"))
                .as((index, word) -> new Action("display_name", index, word));
        Arbitrary<Action> suspension = Combinators.combine(which, Arbitraries.of("active", "suspended"))
                .as((index, word) -> new Action("status", index, word));
        Arbitrary<Action> deletion = which.map(index -> new Action("delete", index, ""));
        return Arbitraries.oneOf(creation, renaming, suspension, deletion)
                .list()
                .ofMinSize(5)
                .ofMaxSize(25);
    }

    private static Reply act(Client client, String id, Action action) {
        return action.what().equals("delete")
                ? client.delete("identities/" + id)
                : client.patch("identities/" + id, "{\"%s\": \"%s\"}".formatted(action.what(), action.word()));
    }

    private static Map<String, Map<String, String>> listed(Client client) {
        JsonNode list = client.get("identities?limit=100").json();
        Map<String, Map<String, String>> listed = new LinkedHashMap<>();
        list.get("data").forEach(identity -> listed.put(identity.get("id").asString(), shown(identity)));
        assertThat(list.get("total").asInt()).isEqualTo(listed.size());
        return listed;
    }

    private static Map<String, String> shown(JsonNode identity) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (String member : List.of("local_part", "display_name", "status")) {
            shown.put(member, identity.get(member).asString());
        }
        return shown;
    }

    private static JsonNode verified(Client client) {
        JsonNode domain = client.post("domains", "{\"domain\": \"model-" + DOMAINS.incrementAndGet() + ".example\"}")
                .json();
        names.publish(domain);
        return client.post("domains/" + domain.get("id").asString() + "/verify", "{}")
                .json();
    }
}
