package dev.patchbay.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.log.Snapshots;
import dev.patchbay.server.postgres.EmbeddedDatabases.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one log: what the one remembers of an aggregate is not so any more since the other has changed it. */
class StaleSnapshotsIT {

    private static final String ANNA = "{\"name\": \"Anna\", \"phone_number\": \"+15555550100\"}";

    @TempDir
    private static Path directory;

    private static RunningServer one;
    private static RunningServer other;

    private String operator = "";

    @BeforeAll
    static void start() {
        EmbeddedDatabase database = EmbeddedDatabases.create();
        one = start(database, "one");
        other = start(database, "other");
    }

    private static RunningServer start(EmbeddedDatabase database, String name) {
        return RunningServer.on(
                directory.resolve(name),
                Stream.concat(database.settings().stream(), Stream.of("patchbay.snapshots.after-events=1"))
                        .toArray(String[]::new));
    }

    @AfterAll
    static void end() {
        one.close();
        other.close();
    }

    /** Both remember an operator called Beth, who was called Anna before. */
    @BeforeEach
    void both_remember() {
        operator =
                "operators/" + done(201, one.client().post("operators", ANNA)).id();
        rename(one, "Beth");
        for (RunningServer server : new RunningServer[] {one, other}) {
            String stream = operator.replace("operators/", "operator-");
            await().until(() -> {
                // Again and again: one is left out while another of the stream is taken.
                rename(server, "Beth");
                return server.part(Snapshots.class)
                        .of(stream)
                        .filter(snapshot -> snapshot.getSequenceNumber() == 1)
                        .isPresent();
            });
        }
    }

    @Test
    void what_is_new_only_by_what_is_remembered_is_silence() {
        Reply renamed = rename(other, "Carla");

        Reply again = rename(one, "Carla");

        assertThat(again.position()).isEqualTo(renamed.position());
        assertThat(again.etag()).isEqualTo(renamed.etag());
    }

    @Test
    void what_is_so_already_only_by_what_is_remembered_is_a_change() {
        Reply renamed = rename(other, "Carla");

        Reply back = rename(one, "Beth");

        assertThat(back.position()).isGreaterThan(renamed.position());
        assertThat(back.data().get("name").asString()).isEqualTo("Beth");
    }

    @Test
    void what_is_there_only_by_what_is_remembered_is_refused() {
        done(200, other.client().delete(operator));

        done(404, one.client().patch(operator, "{\"name\": \"Carla\"}"));
    }

    @Test
    void what_another_has_brought_back_is_not_refused() {
        Reply deleted = done(200, other.client().delete(operator));
        done(404, one.client().patch(operator, "{\"name\": \"Carla\"}"));
        done(200, other.client().post("audit_events/" + deleted.position() + "/undo", "{}"));

        assertThat(rename(one, "Carla").data().get("name").asString()).isEqualTo("Carla");
    }

    @Test
    void who_is_gone_only_by_what_others_know_is_not_attached() {
        String number = "virtual_numbers/"
                + done(201, one.client().post("virtual_numbers/purchase", "{\"phone_number\": \"+15555550177\"}"))
                        .id();
        done(200, other.client().delete(operator));

        done(
                404,
                one.client()
                        .post(
                                number + "/add_operator",
                                "{\"operator_id\": " + operator.replace("operators/", "") + "}"));
    }

    private Reply rename(RunningServer server, String name) {
        return done(200, server.client().patch(operator, "{\"name\": \"" + name + "\"}"));
    }

    private static Reply done(int status, Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        return reply;
    }
}
