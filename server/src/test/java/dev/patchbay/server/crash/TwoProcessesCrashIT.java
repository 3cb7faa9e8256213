package dev.patchbay.server.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.Rush;
import dev.patchbay.server.ServerProcess;
import dev.patchbay.server.postgres.EmbeddedDatabases;
import dev.patchbay.server.postgres.EmbeddedDatabases.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two processes on one database, of which one is killed and started again, then the other. */
class TwoProcessesCrashIT {

    private static final int CRASHES = Integer.getInteger("patchbay.test.crashes", 1);
    private static final int CLIENTS = 6;
    /** Which connection holds a lock: it is that of who is on duty, when nobody starts. */
    private static final String ON_DUTY = """
            select pid from pg_locks where locktype = 'advisory' and granted
            and database = (select oid from pg_database where datname = current_database())""";

    @TempDir
    Path directory;

    private final EmbeddedDatabase database = EmbeddedDatabases.create();
    private final AtomicReferenceArray<ServerProcess> servers = new AtomicReferenceArray<>(2);
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    @Test
    void one_goes_on_alone_and_nothing_that_either_answered_is_lost() throws Exception {
        long seed = Long.getLong("patchbay.test.seed", System.nanoTime());
        System.out.println("Seed of the crashes: -Dpatchbay.test.seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 2; i++) {
            int unused = sql("create role " + user(i) + " superuser login").update();
        }
        List<Boolean> unused = Rush.of(2, this::start);
        List<String> acknowledged = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                clients.add(threads.submit(() -> write(client)));
            }
            try {
                for (int crash = 1; crash <= CRASHES; crash++) {
                    awaitMoreAnswers(20 + random.nextInt(60));
                    killWhoIsOnDuty(crash);
                }
                awaitMoreAnswers(20);
            } finally {
                over.set(true);
            }
            for (Future<List<String>> client : clients) {
                acknowledged.addAll(client.get());
            }
            List<String> there = names(survivor().client());
            List<String> missing = new ArrayList<>(acknowledged);
            missing.removeAll(there);
            System.out.printf(
                    "%d crashes, %d acknowledged, %d without an answer at first, %d lost%n",
                    CRASHES, acknowledged.size(), lost.get(), missing.size());
            assertThat(there).containsExactlyInAnyOrderElementsOf(acknowledged);
        } finally {
            for (int i = 0; i < 2; i++) {
                servers.get(i).close();
            }
        }
    }

    private void killWhoIsOnDuty(int crash) {
        int holder = await().until(this::onDuty, Optional::isPresent).orElseThrow();
        int killed = serverOf(holder);
        servers.get(killed).kill();

        await().until(() -> onDuty().filter(pid -> pid != holder).isPresent());
        awaitMoreAnswers(20);
        System.out.printf("Crash %d, of server %d, after %d answers%n", crash, killed, answers.get());
        if (crash < CRASHES) {
            boolean unused = start(killed);
        }
    }

    private boolean start(int server) {
        String[] settings = database.settings(user(server)).toArray(String[]::new);
        servers.set(server, ServerProcess.on(directory.resolve("server-" + server), settings));
        return true;
    }

    private void awaitMoreAnswers(int more) {
        int wanted = answers.get() + more;
        await().until(() -> answers.get() >= wanted);
    }

    private Optional<Integer> onDuty() {
        return sql(ON_DUTY).query(Integer.class).optional();
    }

    private int serverOf(int pid) {
        String name = sql("select usename from pg_stat_activity where pid = " + pid)
                .query(String.class)
                .single();
        return name.equals(user(0)) ? 0 : 1;
    }

    /** Each connects as somebody else, so that the database can say whose a connection is. */
    private String user(int server) {
        return database.name() + "_server_" + server;
    }

    private ServerProcess survivor() {
        return servers.get(0).isAlive() ? servers.get(0) : servers.get(1);
    }

    /** Asks for one operator after another, and the other server when the connection to one breaks. */
    private List<String> write(int client) {
        List<String> names = new ArrayList<>();
        int server = client;
        while (!over.get()) {
            String name = "Client " + client + " " + names.size();
            boolean isAnswered = false;
            while (!isAnswered) {
                try {
                    Reply reply = servers.get(server % 2)
                            .client()
                            .exchange(
                                    "POST",
                                    "operators",
                                    "{\"name\": \"%s\", \"phone_number\": \"+15555550100\"}".formatted(name),
                                    "Idempotency-Key",
                                    name);
                    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
                    isAnswered = true;
                } catch (IOException killed) {
                    lost.incrementAndGet();
                    server++;
                }
            }
            names.add(name);
            answers.incrementAndGet();
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

    private JdbcClient.StatementSpec sql(String text) {
        return JdbcClient.create(database.connections()).sql(text);
    }
}
