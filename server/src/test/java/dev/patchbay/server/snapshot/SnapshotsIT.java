package dev.patchbay.server.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;
import org.sqlite.SQLiteDataSource;

class SnapshotsIT {

    private static final Class<?> OPERATOR =
            ClassUtils.resolveClassName("dev.patchbay.command.operator.Operator", null);
    private static final String FILE = "snapshots.db";
    private static final String ANNA = "{\"name\": \"Anna\", \"phone_number\": \"+15555550100\"}";
    private static final String STREAM = "operator-1";

    @TempDir
    Path directory;

    @Test
    void the_first_decision_after_a_restart_does_not_need_what_is_in_the_snapshot() {
        try (RunningServer server = start()) {
            make(server.client());
            rename(server.client(), "Beth");
            rename(server.client(), "Carla");
            rename(server.client(), "Dora");
            awaitSnapshot(server, 3);
        }
        log().sql("update event set payload = '{\"operatorId\": \"nobody\"}' where stream = ? and sequence < 3")
                .param(STREAM)
                .update();

        try (RunningServer server = start()) {
            long before = rename(server.client(), "Dora").position();
            assertThat(rename(server.client(), "Edith").position()).isEqualTo(before + 1);
        }
    }

    @Test
    void a_log_that_was_put_back_to_an_older_state_is_decided_from_as_it_is() throws IOException {
        try (RunningServer server = start()) {
            make(server.client());
        }
        copy("events.db", "older.db");
        try (RunningServer server = start()) {
            rename(server.client(), "Beth");
            rename(server.client(), "Carla");
            awaitSnapshot(server, 2);
        }
        copy(FILE, "newer.db");
        copy("older.db", "events.db");

        try (RunningServer server = start()) {
            assertThat(rename(server.client(), "Carla").data().get("name").asString())
                    .as("the log ends before the snapshot does")
                    .isEqualTo("Carla");
            rename(server.client(), "Dora");
        }
        copy("newer.db", FILE);
        try (RunningServer server = start()) {
            long before = rename(server.client(), "Dora").position();
            assertThat(rename(server.client(), "Carla").position())
                    .as("the snapshot ends with an event that the log does not have")
                    .isEqualTo(before + 1);
        }
    }

    @Test
    void what_was_refused_in_the_end_is_not_remembered() {
        try (RunningServer server = start()) {
            Client client = server.client();
            Reply number = done(201, client.post("virtual_numbers/purchase", "{\"phone_number\": \"+15555550100\"}"));
            String path = "virtual_numbers/" + number.id();
            String refused =
                    "{\"name\": \"Sales\", \"fallback\": {\"type\": \"forward\", \"phone_number\": \"+15555550100\"}}";
            for (int i = 0; i < 3; i++) {
                done(422, client.patch(path, refused));
            }

            Reply renamed = done(200, client.patch(path, "{\"name\": \"Sales\"}"));
            assertThat(renamed.data().get("name").asString()).isEqualTo("Sales");
        }
    }

    @Test
    void they_may_be_spoilt() throws IOException {
        try (RunningServer server = start()) {
            make(server.client());
            rename(server.client(), "Beth");
            rename(server.client(), "Carla");
            awaitSnapshot(server, 2);
        }
        Files.writeString(directory.resolve(FILE), "these are no snapshots");
        try (RunningServer server = start()) {
            long before = rename(server.client(), "Carla").position();
            assertThat(rename(server.client(), "Dora").position()).isEqualTo(before + 1);
            awaitSnapshot(server, 2);
        }
    }

    /**
     * The log is in a file, whatever store other tests run on. The file of snapshots is open: one that waits for it would be taken late, and
     * the next one of the stream left out.
     */
    private RunningServer start() {
        RunningServer server =
                RunningServer.on(directory, "patchbay.store=sqlite", "patchbay.snapshots.after-events=1");
        server.part(KeptSnapshots.class).forget("nothing-1");
        return server;
    }

    /** Axon leaves one out while another of the stream is taken; with the next decision it would try again. */
    private static void awaitSnapshot(RunningServer server, long sequence) {
        await().until(() -> {
            server.part(LogSnapshotter.class).scheduleSnapshot(OPERATOR, STREAM);
            return server.part(KeptSnapshots.class)
                    .of(STREAM)
                    .filter(snapshot -> snapshot.getSequenceNumber() >= sequence)
                    .isPresent();
        });
    }

    private static Reply make(Client client) {
        return done(201, client.post("operators", ANNA));
    }

    private static Reply rename(Client client, String name) {
        return done(200, client.patch("operators/1", "{\"name\": \"" + name + "\"}"));
    }

    private static Reply done(int status, Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        return reply;
    }

    private void copy(String from, String to) throws IOException {
        for (String beside : List.of("-wal", "-shm")) {
            Files.deleteIfExists(directory.resolve(to + beside));
        }
        Files.copy(directory.resolve(from), directory.resolve(to), StandardCopyOption.REPLACE_EXISTING);
    }

    private JdbcClient log() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + directory.resolve("events.db"));
        return JdbcClient.create((DataSource) source);
    }
}
