package dev.patchbay.server.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.ServerProcess;
import dev.patchbay.server.ServerProcess.Ended;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CrashIT {

    private static final int CRASHES = Integer.getInteger("patchbay.test.crashes", 2);
    private static final int WORKERS = 8;
    /** Many are taken, so that it is killed while it takes one. */
    private static final String SNAPSHOTS = "patchbay.snapshots.after-events=2";

    @TempDir
    Path directory;

    @Test
    void keeps_what_it_answered_and_does_what_is_asked_again_exactly_once_though_it_is_killed_at_any_moment()
            throws Exception {
        long seed = Long.getLong("patchbay.test.seed", System.nanoTime());
        System.out.println("Seed of the crashes: -Dpatchbay.test.seed=" + seed);
        Random random = new Random(seed);
        ServerProcess server = ServerProcess.on(directory, SNAPSHOTS);
        List<Long> numbers = numbers(server.client());
        List<Worker> workers = IntStream.range(0, WORKERS)
                .mapToObj(i -> new Worker(i, random.nextLong(), numbers))
                .toList();
        try {
            for (int crash = 1; crash <= CRASHES; crash++) {
                int answers = 40 + random.nextInt(160);
                crashAfter(answers, server, workers);
                long lost = workers.stream().filter(Worker::isWaiting).count();
                Instant restart = Instant.now();
                server = ServerProcess.on(directory, SNAPSHOTS);
                System.out.printf(
                        "Crash %d after %d more answers (%d in all), %d unanswered, restarted in %d ms%n",
                        crash,
                        answers,
                        workers.stream().mapToInt(Worker::answers).sum(),
                        lost,
                        Duration.between(restart, Instant.now()).toMillis());
                requireThatAllIsThere(server.client(), workers, numbers);
            }
        } finally {
            server.close();
        }
    }

    @Test
    void rebuilds_its_views_when_they_are_gone() throws IOException {
        List<String> before;
        try (RunningServer server = RunningServer.on(directory)) {
            Client client = server.client();
            List<Long> numbers = numbers(client);
            long kept = operator(client);
            long gone = operator(client);
            long project = client.post("/projects", "{\"name\": \"Support\", \"language\": \"en\"}")
                    .id();
            client.post("/virtual_numbers/" + numbers.getFirst() + "/add_operator", "{\"operator_id\": " + gone + "}");
            client.post("/virtual_numbers/" + numbers.getFirst() + "/add_operator", "{\"operator_id\": " + kept + "}");
            client.post("/projects/" + project + "/operators", "{\"operator_id\": " + kept + "}");
            client.delete("/operators/" + gone);
            client.delete("/virtual_numbers/" + numbers.getLast());
            before = answers(client);
        }
        for (String file : List.of("views.db", "views.db-wal", "views.db-shm")) {
            Files.deleteIfExists(directory.resolve(file));
        }

        try (RunningServer server = RunningServer.on(directory)) {
            assertThat(answers(server.client())).isEqualTo(before);
        }
    }

    @Test
    void shares_its_directory_with_no_other_process() {
        try (RunningServer server = RunningServer.on(directory)) {
            Ended second = ServerProcess.refusing(Map.of(
                    "PATCHBAY_DATA_DIR",
                    directory.toString(),
                    "SERVER_PORT",
                    "0",
                    "PATCHBAY_BOOTSTRAP_KEY",
                    RunningServer.FIRST_KEY));

            assertThat(second.lines())
                    .containsExactly("Patchbay did not start: another process uses the data directory " + directory);
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(server.client().get("/operators").status()).isEqualTo(200);
        }
    }

    @Test
    void answers_what_it_has_begun_and_loses_nothing_when_it_is_told_to_end() throws Exception {
        Queue<Long> answered = new ConcurrentLinkedQueue<>();
        CountDownLatch busy = new CountDownLatch(50);
        ServerProcess server = ServerProcess.on(directory);
        long late;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Socket socket = new Socket("localhost", server.client().base().getPort())) {
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                clients.add(threads.submit(() -> createUntilItEnds(server.client(), answered, busy)));
            }
            assertThat(busy.await(60, TimeUnit.SECONDS)).isTrue();
            String body = "{\"name\": \"Late\", \"phone_number\": \"+15551234567\"}";
            BufferedReader answer = begin(socket, body);

            Instant told = Instant.now();
            Future<Integer> exitCode = threads.submit(server::terminate);
            await().pollInterval(Duration.ofMillis(20)).until(() -> !accepts(server));
            assertThat(exitCode.isDone()).isFalse();
            socket.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));

            List<String> lines = answer.lines().toList();
            assertThat(lines.getFirst()).startsWith("HTTP/1.1 201");
            late = Long.parseLong(lines.getLast().replaceFirst(".*\"id\":(\\d+),.*", "$1"));
            assertThat(exitCode.get()).isEqualTo(143);
            for (Future<?> busyClient : clients) {
                busyClient.get();
            }
            Duration ending = Duration.between(told, Instant.now());
            System.out.printf("Ended in %d ms under load%n", ending.toMillis());
            assertThat(ending).isLessThan(Duration.ofSeconds(30));
        }

        try (ServerProcess again = ServerProcess.on(directory)) {
            assertThat(ids(again.client().get("/operators").data()))
                    .contains(late)
                    .containsAll(answered);
        }
    }

    @Test
    void says_in_one_line_why_it_does_not_start() {
        Ended ended = ServerProcess.refusing(
                Map.of("PATCHBAY_DATA_DIR", directory.toString(), "PATCHBAY_BOOTSTRAP_KEY", "idc_short"));

        assertThat(ended.lines())
                .containsExactly("Patchbay did not start: patchbay.bootstrap-key (PATCHBAY_BOOTSTRAP_KEY)"
                        + " must be idc_ and 32 letters or digits");
        assertThat(ended.exitCode()).isEqualTo(1);
    }

    private static void crashAfter(int answers, ServerProcess server, List<Worker> workers) throws Exception {
        CountDownLatch enough = new CountDownLatch(answers);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> working = new ArrayList<>();
            for (Worker worker : workers) {
                working.add(threads.submit(() -> worker.work(server.client(), enough::countDown)));
            }
            boolean reached = enough.await(120, TimeUnit.SECONDS);
            server.kill();
            for (Future<?> work : working) {
                work.get();
            }
            assertThat(reached).as("the clients are answered").isTrue();
        }
    }

    private static void requireThatAllIsThere(Client client, List<Worker> workers, List<Long> numbers)
            throws IOException {
        for (Worker worker : workers) {
            worker.requireThatAllThatWasAnsweredIsThere(client);
        }
        int done = 0;
        for (Worker worker : workers) {
            done += worker.finish(client) ? 1 : 0;
            worker.requireThatAllThatWasAnsweredIsThere(client);
            worker.requireReplays(client);
        }
        System.out.println("Of what was not answered had taken effect: " + done);
        Set<Long> expected = new TreeSet<>();
        Map<Long, Set<Long>> ringing = new HashMap<>();
        for (Worker worker : workers) {
            expected.addAll(worker.operators());
            worker.ringing()
                    .forEach((number, operators) -> ringing.computeIfAbsent(number, key -> new TreeSet<>())
                            .addAll(operators));
        }
        assertThat(ids(client.get("/operators").data())).containsExactlyInAnyOrderElementsOf(expected);
        for (long number : numbers) {
            JsonNode operators = client.get("/virtual_numbers/" + number).data().get("operators");
            assertThat(ids(operators)).containsExactlyInAnyOrderElementsOf(ringing.getOrDefault(number, Set.of()));
            for (int i = 0; i < operators.size(); i++) {
                assertThat(operators.get(i).get("priority").asInt()).isEqualTo(i);
            }
        }
    }

    private static List<Long> numbers(Client client) {
        return Stream.of("+15550000001", "+15550000002", "+15550000003")
                .map(number -> client.post("/virtual_numbers/purchase", "{\"phone_number\": \"" + number + "\"}")
                        .id())
                .toList();
    }

    private static long operator(Client client) {
        return client.post("/operators", "{\"name\": \"Jane Doe\", \"phone_number\": \"+15551234567\"}")
                .id();
    }

    /** Every answer with its version, and where in the log it was so. */
    private static List<String> answers(Client client) {
        return Stream.of(
                        "/operators",
                        "/operators/1",
                        "/operators/2",
                        "/virtual_numbers",
                        "/virtual_numbers/1",
                        "/virtual_numbers/2",
                        "/virtual_numbers/3",
                        "/projects",
                        "/projects/1",
                        "/projects/1/operators",
                        "/accounts")
                .map(client::get)
                .map(reply -> reply.status()
                        + reply.header("ETag").orElse("")
                        + reply.header("Patchbay-Position").orElse("")
                        + reply.body())
                .toList();
    }

    private static void createUntilItEnds(Client client, Queue<Long> answered, CountDownLatch busy) {
        while (true) {
            try {
                Reply reply = client.exchange(
                        "POST", "/operators", "{\"name\": \"Busy\", \"phone_number\": \"+15551234567\"}");
                if (reply.status() == 201) {
                    answered.add(reply.id());
                    busy.countDown();
                }
            } catch (IOException ended) {
                return;
            }
        }
    }

    /** Sends a request up to its body, and returns when the server waits for that. */
    private static BufferedReader begin(Socket socket, String body) throws IOException {
        socket.getOutputStream()
                .write("""
                POST /api/v1/public/operators HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                Expect: 100-continue\r
                Connection: close\r
                \r
                """.formatted(RunningServer.FIRST_KEY, body.length()).getBytes(StandardCharsets.UTF_8));
        BufferedReader answer =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        assertThat(answer.readLine()).startsWith("HTTP/1.1 100");
        assertThat(answer.readLine()).isEmpty();
        return answer;
    }

    private static boolean accepts(ServerProcess server) {
        try (Socket probe = new Socket("localhost", server.client().base().getPort())) {
            return probe.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static List<Long> ids(JsonNode entries) {
        List<Long> ids = new ArrayList<>();
        entries.forEach(entry -> ids.add(entry.get("id").asLong()));
        return ids;
    }
}
