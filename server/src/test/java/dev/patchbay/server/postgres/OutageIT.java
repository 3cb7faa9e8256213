package dev.patchbay.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.HeldPort;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.postgres.EmbeddedDatabases.EmbeddedDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL ends and comes back, while two servers are asked. */
class OutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void is_read_without_the_database_and_written_again_when_it_is_back() throws Exception {
        List<String> named;
        try (HeldPort port = new HeldPort();
                RunningServers servers = new RunningServers(port);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            AtomicBoolean over = new AtomicBoolean();
            AtomicInteger acknowledged = new AtomicInteger();
            List<Future<List<String>>> writers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int writer = i;
                writers.add(threads.submit(() -> write(servers.client(writer), writer, over, acknowledged)));
            }
            try {
                await().until(() -> acknowledged.get() > 20);
                servers.postgres.close();
                requireThatItIsOnlyRead(servers);

                servers.postgres = postgres(port);
                int before = acknowledged.get();
                await().atMost(PATIENCE).until(() -> acknowledged.get() > before + 40);
            } finally {
                over.set(true);
            }
            named = new ArrayList<>();
            for (Future<List<String>> writer : writers) {
                named.addAll(writer.get());
            }
            requireThatBothHearEachOther(servers);
            assertThat(names(servers.client(0))).containsExactlyInAnyOrderElementsOf(named);
            assertThat(names(servers.client(1))).containsExactlyInAnyOrderElementsOf(named);
        }
    }

    private static void requireThatItIsOnlyRead(RunningServers servers) {
        for (int i = 0; i < 2; i++) {
            Reply refused = servers.client(i).post("operators", operator("Nobody"));
            assertThat(refused.status()).as(refused.body()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isPresent();
            for (String path : List.of("operators", "operators/1", "virtual_numbers", "audit_events")) {
                Reply read = servers.client(i).get(path);
                assertThat(read.status()).as(path + ": " + read.body()).isEqualTo(200);
            }
            assertThat(servers.client(i).get("operators/999999").status()).isEqualTo(404);
        }
    }

    private static void requireThatBothHearEachOther(RunningServers servers) {
        for (int i = 0; i < 2; i++) {
            Client client = servers.client(i);
            long number = client.post("virtual_numbers/purchase", "{\"phone_number\": \"+1555555010" + i + "\"}")
                    .id();
            await().atMost(PATIENCE)
                    .until(() -> Stream.of(0, 1)
                            .allMatch(each -> servers.client(each)
                                            .get("virtual_numbers/" + number)
                                            .status()
                                    == 200));
        }
    }

    /** Asks for one operator after another, for each until it is answered; the names of all of them. */
    private static List<String> write(Client client, int writer, AtomicBoolean over, AtomicInteger acknowledged) {
        List<String> names = new ArrayList<>();
        while (!over.get()) {
            String name = "Writer " + writer + " " + names.size();
            Reply reply = client.post("operators", operator(name), "Idempotency-Key", name);
            while (reply.status() != 201) {
                // 202: it is in the log, and cannot be shown yet.
                assertThat(reply.status()).as(reply.body()).isIn(202, 503);
                reply = client.post("operators", operator(name), "Idempotency-Key", name);
            }
            names.add(name);
            acknowledged.incrementAndGet();
        }
        return names;
    }

    private static List<String> names(Client client) {
        return client.get("operators")
                .data()
                .valueStream()
                .map(operator -> operator.get("name").asString())
                .toList();
    }

    private static String operator(String name) {
        return "{\"name\": \"%s\", \"phone_number\": \"+15555550100\"}".formatted(name);
    }

    private EmbeddedPostgres postgres(HeldPort port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setPort(port.number())
                .start();
    }

    private final class RunningServers implements AutoCloseable {

        private EmbeddedPostgres postgres;
        private final List<RunningServer> servers;

        RunningServers(HeldPort port) throws IOException {
            postgres = postgres(port);
            String[] settings =
                    new EmbeddedDatabase("postgres", postgres).settings().toArray(String[]::new);
            servers = Stream.of("one", "other")
                    .map(name -> RunningServer.on(directory.resolve(name), settings))
                    .toList();
        }

        Client client(int index) {
            return servers.get(index % 2).client();
        }

        @Override
        public void close() throws IOException {
            servers.forEach(RunningServer::close);
            postgres.close();
        }
    }
}
