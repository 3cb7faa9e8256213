package dev.patchbay.server.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.postgres.EmbeddedDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An event store ends and comes back, while two servers are asked. */
class AxonServerOutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void is_read_without_axon_server_and_written_again_when_it_is_back() {
        try (MemoryAxonServer memory = new MemoryAxonServer();
                RunningServer one = start("one", memory);
                RunningServer other = start("other", memory)) {
            List<Client> clients = List.of(one.client(), other.client());
            Reply created = create(clients.getFirst(), "Ada");
            assertThat(clients.getLast()
                            .get("operators/1", "Patchbay-Min-Position", String.valueOf(created.position()))
                            .status())
                    .isEqualTo(200);

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
                await().atMost(PATIENCE)
                        .until(() -> client.post("operators", operator(name), "Idempotency-Key", name)
                                        .status()
                                == 201);
                named.add(name);
            }
            await().atMost(PATIENCE)
                    .until(() -> Stream.of(one, other)
                            .allMatch(server -> names(server.client()).equals(named)));
        }
    }

    private RunningServer start(String name, MemoryAxonServer memory) {
        List<String> settings = new ArrayList<>(EmbeddedDatabases.of(directory).settings());
        settings.remove("patchbay.store=postgres");
        settings.add("patchbay.store=axon-server");
        settings.add("patchbay.axon.server.address=" + memory.address());
        return RunningServer.on(directory.resolve(name), settings.toArray(String[]::new));
    }

    private static Reply create(Client client, String name) {
        Reply created = client.post("operators", operator(name));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created;
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
