package dev.patchbay.server.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.postgres.EmbeddedDatabases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An event store ends and comes back, while two servers are asked. */
class AxonServerOutageIT {

    @TempDir
    private Path directory;

    @Test
    void is_read_without_axon_server_and_written_again_when_it_is_back() {
        try (MemoryAxonServer memory = new MemoryAxonServer();
                RunningServer one = start("one", memory);
                RunningServer other = start("other", memory)) {
            List<Client> clients = List.of(one.client(), other.client());
            create(clients.getFirst(), "Ada");
            await().untilAsserted(() -> assertThat(names(clients.getLast())).containsExactly("Ada"));

            memory.leave();
            for (Client client : clients) {
                Reply refused = client.post("operators", operator("Nobody"));
                assertThat(refused.status()).as(refused.body()).isEqualTo(503);
                assertThat(refused.header("Retry-After")).isPresent();
                assertThat(names(client)).containsExactly("Ada");
            }
            assertThat(one.part(AxonServerHealth.class).health().getStatus().getCode())
                    .isEqualTo("DEGRADED");

            memory.comeBack();
            List<String> named = new ArrayList<>(List.of("Ada"));
            for (Client client : clients) {
                String name = "Grace " + named.size();
                create(client, name);
                named.add(name);
            }
            for (Client client : clients) {
                await().untilAsserted(() -> assertThat(names(client)).isEqualTo(named));
            }
        }
    }

    private RunningServer start(String name, MemoryAxonServer memory) {
        List<String> settings = new ArrayList<>(EmbeddedDatabases.of(directory).settings());
        settings.remove("patchbay.store=postgres");
        settings.add("patchbay.store=axon-server");
        settings.add("patchbay.axon.server.address=" + memory.address());
        return RunningServer.on(directory.resolve(name), settings.toArray(String[]::new));
    }

    /** Until it is, however busy the machine is. */
    private static void create(Client client, String name) {
        await().untilAsserted(() -> {
            Reply created = client.post("operators", operator(name), "Idempotency-Key", name);
            assertThat(created.status()).as(created.body()).isEqualTo(201);
        });
    }

    private static String operator(String name) {
        return "{\"name\": \"%s\", \"phone_number\": \"+15555550100\"}".formatted(name);
    }

    private static List<String> names(Client client) {
        return client.get("operators")
                .data()
                .valueStream()
                .map(operator -> operator.get("name").asString())
                .sorted()
                .toList();
    }
}
