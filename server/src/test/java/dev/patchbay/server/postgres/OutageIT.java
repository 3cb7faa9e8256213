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
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL ends and comes back, while two servers are asked. */
class OutageIT {

    @TempDir
    private Path directory;

    @Test
    void is_read_without_the_database_and_written_again_when_it_is_back() throws Exception {
        List<String> named;
        try (HeldPort port = new HeldPort();
                RunningServers servers = new RunningServers(port);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            AtomicBoolean over = new AtomicBoolean();
            ReadWriteLock gate = new ReentrantReadWriteLock();
            AtomicInteger acknowledged = new AtomicInteger();
            List<Future<List<String>>> writers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int writer = i;
                writers.add(threads.submit(() -> write(servers.client(writer), writer, gate, over, acknowledged)));
            }
            try {
                await().until(() -> acknowledged.get() > 20);
                gate.writeLock().lock();
                try {
                    servers.awaitAll();
                    servers.postgres.close();
                } finally {
                    gate.writeLock().unlock();
                }
                requireThatItIsOnlyRead(servers);

                servers.postgres = postgres(port);
                int before = acknowledged.get();
                await().until(() -> acknowledged.get() > before + 40);

                // Once more in the middle of whatever is going on.
                servers.postgres.close();
                servers.postgres = postgres(port);
                int again = acknowledged.get();
                await().until(() -> acknowledged.get() > again + 40);
            } catch (Exception | Error e) {
                threads.shutdownNow();
                throw e;
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
            await().atMost(Duration.ofSeconds(20)).until(servers.servers.get(i).part(Notices.class)::areMissing);
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
            await().until(() -> Stream.of(0, 1)
                    .allMatch(each -> servers.client(each)
                                    .get("virtual_numbers/" + number)
                                    .status()
                            == 200));
        }
    }

    /** Asks for one operator after another, for each until it is answered; the names of all of them. */
    private static List<String> write(
            Client client, int writer, ReadWriteLock gate, AtomicBoolean over, AtomicInteger acknowledged) {
        List<String> names = new ArrayList<>();
        while (!over.get()) {
            String name = "Writer " + writer + " " + names.size();
            Reply reply = post(client, name, gate);
            while (reply.status() != 201) {
                // 202: it is in the log, and cannot be shown yet.
                assertThat(reply.status()).as(reply.body()).isIn(202, 503);
                reply = post(client, name, gate);
            }
            names.add(name);
            acknowledged.incrementAndGet();
        }
        return names;
    }

    private static Reply post(Client client, String name, ReadWriteLock gate) {
        gate.readLock().lock();
        try {
            return client.post("operators", operator(name), "Idempotency-Key", name);
        } finally {
            gate.readLock().unlock();
        }
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
        return EmbeddedDatabases.server(port)
                .setDataDirectory(directory.resolve("postgres"))
                .setCleanDataDirectory(false)
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

        /** Until both can show all that is committed: what one has only heard of it could not fetch when the database is gone. */
        void awaitAll() {
            String end = Long.toString(new EmbeddedDatabase("postgres", postgres).end());
            for (RunningServer server : servers) {
                await().until(() -> server.client()
                                .get("operators", "Patchbay-Min-Position", end)
                                .status()
                        == 200);
            }
        }

        @Override
        public void close() throws IOException {
            servers.forEach(RunningServer::close);
            postgres.close();
        }
    }
}
