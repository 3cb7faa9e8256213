package dev.patchbay.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.postgres.EmbeddedDatabases.EmbeddedDatabase;
import dev.patchbay.server.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A log that moves from files to a real PostgreSQL and back. */
class CopyLogIT {

    private static final String OPERATOR = "{\"name\": \"Ada %d\", \"phone_number\": \"+15551234567\"}";
    private static final List<String> QUESTIONS =
            List.of("operators", "operators/2?as_of=@12", "operators/1/history", "audit_events?per_page=100");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final EmbeddedDatabase database = EmbeddedDatabases.create();

    @TempDir
    private Path directory;

    @Test
    void every_answer_is_the_same_afterwards_there_and_back() {
        Path data = directory.resolve("data");
        List<String> before;
        try (RunningServer server = RunningServer.on(data, "patchbay.store=sqlite")) {
            create(server.client(), 5);
            before = answers(server);
        }

        assertThat(copy("sqlite:" + data, store())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("has all up to position ");
        try (RunningServer server = onDatabase("fresh")) {
            assertThat(answers(server)).isEqualTo(before);
            create(server.client(), 2);
            before = answers(server);
        }

        Path back = directory.resolve("back");
        assertThat(copy(store(), "sqlite:" + back)).as(err.toString()).isZero();
        try (RunningServer server = RunningServer.on(back, "patchbay.store=sqlite")) {
            assertThat(answers(server)).isEqualTo(before);
            assertThat(server.client().post("operators", OPERATOR.formatted(9)).id())
                    .isEqualTo(8);
        }
    }

    @Test
    void what_broke_off_goes_on_and_what_is_another_log_is_left_alone() {
        Path data = directory.resolve("data");
        try (RunningServer server = RunningServer.on(data, "patchbay.store=sqlite")) {
            create(server.client(), 3);
        }
        assertThat(copy("sqlite:" + data, store())).as(err.toString()).isZero();
        JdbcClient there = JdbcClient.create(database.connections());
        there.sql("delete from event where position > 12").update();

        assertThat(copy("sqlite:" + data, store())).as(err.toString()).isZero();
        try (RunningServer server = onDatabase("other")) {
            assertThat(server.client().get("operators").json().get("data")).hasSize(3);
            assertThat(copy("sqlite:" + data, store())).isOne();
            assertThat(err.toString()).contains("servers use the database");
            create(server.client(), 1);
        }

        assertThat(copy("sqlite:" + data, store())).isOne();
        assertThat(err.toString()).contains("there is another log already");
        there.sql("update event set payload = '{}' where position = 3").update();
        assertThat(copy(store(), "sqlite:" + data)).isOne();
        assertThat(err.toString()).contains("what is there is not what was copied: event 3");
    }

    @Test
    void says_what_it_does_not_understand() {
        assertThat(copy("mysql:x", store())).isEqualTo(2);
        assertThat(err.toString())
                .contains("A store is sqlite:DIR, postgres://HOST:PORT/DATABASE or axon-server://HOST:PORT");
        assertThat(copy("sqlite:" + directory.resolve("nothing"), store())).isOne();
        assertThat(err.toString()).contains("there is no events.db in");
        assertThat(copy("sqlite:a", "sqlite:a")).isEqualTo(2);
        assertThat(copy(store(), "sqlite:" + directory.resolve("other"))).isOne();
        assertThat(err.toString()).contains("there is no log in the database");
        assertThat(copy("postgres://ada:secret@localhost:1/x", "sqlite:" + directory.resolve("other")))
                .isOne();
        assertThat(err.toString()).contains("the user has a setting of its own").doesNotContain("secret");
    }

    private static void create(Client client, int count) {
        for (int i = 0; i < count; i++) {
            assertThat(client.post("operators", OPERATOR.formatted(i)).status()).isEqualTo(201);
        }
    }

    private static List<String> answers(RunningServer server) {
        return QUESTIONS.stream()
                .map(path -> server.client().get(path))
                .map(reply -> reply.status() + " " + reply.body())
                .toList();
    }

    private RunningServer onDatabase(String name) {
        return RunningServer.on(directory.resolve(name), database.settings().toArray(String[]::new));
    }

    private String store() {
        return "postgres://localhost:" + database.postgres().getPort() + "/" + database.name();
    }

    private int copy(String from, String to) {
        return Terminal.run(
                Map.of("PATCHBAY_POSTGRES_USER", "postgres"),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "copy-log",
                "--from",
                from,
                "--to",
                to);
    }
}
