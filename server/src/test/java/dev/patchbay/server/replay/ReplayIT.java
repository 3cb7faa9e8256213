package dev.patchbay.server.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.query.DeadLetters;
import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.LogRecorder;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The views are built anew beside those that serve. */
class ReplayIT {

    private static final String REPLAYS = "projections/views/replays";
    private static final String SLOWLY = "{\"events_per_second\": 1}";

    @TempDir
    Path directory;

    @Test
    void equal_views_take_over_and_nobody_notices() throws Exception {
        List<String> before;
        try (RunningServer server = RunningServer.on(directory)) {
            Client client = server.client();
            populate(client);
            AtomicBoolean over = new AtomicBoolean();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Integer>> busy = Stream.generate(() -> threads.submit(() -> keepBusy(client, over)))
                        .limit(3)
                        .toList();
                try {
                    for (int times = 0; times < 2; times++) {
                        awaitStatus(client, start(client, "{}"), "switched");
                    }
                } finally {
                    over.set(true);
                }
                for (Future<Integer> requests : busy) {
                    assertThat(requests.get()).isPositive();
                }
            }
            before = answers(client);
            await().until(() -> files(), List.of("views-2.db")::equals);
        }

        try (RunningServer server = RunningServer.on(directory)) {
            assertThat(answers(server.client())).isEqualTo(before);
            assertThat(files()).containsExactly("views-2.db");
        }
    }

    @Test
    void views_that_differ_wait_until_somebody_accepts_or_discards_them() throws Exception {
        try (RunningServer server = RunningServer.on(directory)) {
            Client client = server.client();
            long operator = populate(client);
            tamper("update operator set name = 'Mallory' where id = " + operator);

            long first = start(client, "{}");
            JsonNode differing = awaitStatus(client, first, "differing");

            assertThat(differing.get("differences").toString())
                    .isEqualTo(
                            "[{\"table\":\"operator\",\"only_in_old\":1,\"only_in_new\":1,\"rows\":[\"id %d, valid_from %d, account_id 1\"]}]"
                                    .formatted(operator, madeAt(client, operator)));
            assertThat(name(client, operator)).isEqualTo("Mallory");
            client.post(REPLAYS + "/" + first + "/discard", "{}");
            await().until(() -> files(), List.of("views.db")::equals);
            assertThat(name(client, operator)).isEqualTo("Mallory");

            long second = start(client, "{}");
            awaitStatus(client, second, "differing");
            client.post(REPLAYS + "/" + second + "/accept", "{}");
            awaitStatus(client, second, "switched");
            assertThat(name(client, operator)).isEqualTo("Ada");
            assertThat(client.patch("operators/" + operator, "{\"name\":\"Bea\"}")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    @DisabledIfSystemProperty(
            named = "patchbay.test.store",
            matches = "postgres|axon-server",
            disabledReason = "there every process builds outdated views of its own anew when it starts")
    void starts_by_itself_when_other_projections_made_the_views() throws Exception {
        try (RunningServer server = RunningServer.on(directory)) {
            populate(server.client());
        }
        tamper("update view_schema set revision = revision - 1");

        try (RunningServer server = RunningServer.on(directory)) {
            await().until(() -> files(), List.of("views-1.db")::equals);
            assertThat(server.client().get("operators").data()).hasSize(30);
            JsonNode entry = server.client()
                    .get("audit_events?type=ReplayStarted")
                    .data()
                    .get(0);
            assertThat(entry.at("/actor/kind").asString()).isEqualTo("system");
        }
    }

    @Test
    void parks_what_cannot_be_taken_in_until_it_can() throws Exception {
        try (RunningServer server = RunningServer.on(directory);
                LogRecorder log = LogRecorder.of(DeadLetters.class)) {
            Client client = server.client();
            long last = populate(client) + 29;
            tamper("update operator set id = %d where id = %d".formatted(last + 1, last));
            assertThat(health(server)).isEqualTo("UP");

            client.post("operators", "{\"name\":\"Bob\",\"phone_number\":\"+15551234567\"}", "X-Request-Id", "bob-1");
            client.patch("operators/1", "{\"name\":\"Bea\"}");

            assertThat(health(server)).isEqualTo("DEGRADED");
            assertThat(name(client, 1)).isEqualTo("Bea");
            assertThat(client.get("projections")
                            .data()
                            .get(0)
                            .get("dead_letters")
                            .asInt())
                    .isEqualTo(1);
            JsonNode letter =
                    client.get("projections/views/dead_letters").data().get(0);
            assertThat(letter.get("stream").asString()).isEqualTo("operator-" + (last + 1));
            assertThat(letter.get("error").asString()).contains("UNIQUE");
            assertThat(log.idsOf("is parked"))
                    .containsEntry("request_id", "bob-1")
                    .containsKey("correlation_id");
            Reply stillThere = client.post("projections/views/dead_letters/retry", "{}");
            assertThat(stillThere.data().get("dead_letters").asInt()).isEqualTo(1);

            tamper("update operator set id = %d where id = %d".formatted(last, last + 1));
            Reply gone = client.post("projections/views/dead_letters/retry", "{}");
            assertThat(gone.data().get("dead_letters").asInt()).isZero();
            assertThat(name(client, last + 1)).isEqualTo("Bob");
            assertThat(health(server)).isEqualTo("UP");
            awaitStatus(client, start(client, "{}"), "switched");
        }
    }

    @Test
    void stands_still_while_it_is_paused_and_leaves_nothing_when_it_is_cancelled() throws Exception {
        try (RunningServer server = RunningServer.on(directory)) {
            Client client = server.client();
            populate(client);
            long replay = start(client, SLOWLY);
            await().until(() -> done(client, replay) > 1);
            await().until(() -> rate(client, replay) > 0);

            assertThat(client.post(REPLAYS + "/" + replay + "/pause", "{}").status())
                    .isEqualTo(200);
            await().until(() -> rate(client, replay) == 0);
            assertThat(files()).containsExactly("views-" + replay + ".db", "views.db");

            client.post(REPLAYS + "/" + replay + "/cancel", "{}");
            await().until(() -> files(), List.of("views.db")::equals);
        }
    }

    @Test
    void goes_on_where_it_was_though_it_is_killed() throws Exception {
        long replay;
        long done;
        try (ServerProcess server = ServerProcess.on(directory)) {
            Client client = server.client();
            populate(client);
            replay = start(client, SLOWLY);
            await().until(() -> done(client, replay) > 1);
            done = done(client, replay);
            server.kill();
        }

        try (RunningServer server = RunningServer.on(directory)) {
            Client client = server.client();
            await().until(() -> !replay(client, replay).get("progress").isNull());
            assertThat(done(client, replay)).isGreaterThanOrEqualTo(done);

            client.patch(REPLAYS + "/" + replay, "{\"events_per_second\": null}");

            awaitStatus(client, replay, "switched");
            assertThat(client.get("operators").data()).hasSize(30);
        }
    }

    private static String health(RunningServer server) {
        return server.client()
                .at(server.root())
                .get("actuator/health")
                .json()
                .get("status")
                .asString();
    }

    private static long populate(Client client) {
        long first = 0;
        for (int i = 0; i < 30; i++) {
            Reply made = client.post("operators", "{\"name\":\"Ada\",\"phone_number\":\"+15551234567\"}");
            first = first == 0 ? made.id() : first;
        }
        return first;
    }

    private static int keepBusy(Client client, AtomicBoolean over) {
        int requests = 0;
        while (!over.get()) {
            Reply made = client.post("operators", "{\"name\":\"Busy\",\"phone_number\":\"+15551234567\"}");
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            Reply read = client.get("operators/" + made.id());
            assertThat(read.status()).as(read.body()).isEqualTo(200);
            requests++;
        }
        return requests;
    }

    private static long start(Client client, String body) {
        Reply started = client.post(REPLAYS, body);
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        return started.id();
    }

    private static JsonNode replay(Client client, long replay) {
        return client.get(REPLAYS + "/" + replay).data();
    }

    private static JsonNode awaitStatus(Client client, long replay, String status) {
        return await().until(
                        () -> replay(client, replay),
                        it -> it.get("status").asString().equals(status));
    }

    private static long done(Client client, long replay) {
        return replay(client, replay).at("/progress/events_done").asLong();
    }

    private static long rate(Client client, long replay) {
        return replay(client, replay).at("/progress/events_per_second").asLong(-1);
    }

    private static String name(Client client, long operator) {
        return client.get("operators/" + operator).data().get("name").asString();
    }

    private static long madeAt(Client client, long operator) {
        return client.get("operators/" + operator + "/history")
                .data()
                .get(0)
                .get("position")
                .asLong();
    }

    private static List<String> answers(Client client) {
        return Stream.of("operators", "operators/1", "accounts", "audit_events?per_page=100&to=@200")
                .map(client::get)
                .map(reply -> reply.status() + reply.body())
                .toList();
    }

    private void tamper(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("views.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private List<String> files() {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("views.*\\.db"))
                    .sorted()
                    .forEach(names::add);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return names;
    }
}
