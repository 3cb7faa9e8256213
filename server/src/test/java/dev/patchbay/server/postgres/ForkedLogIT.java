package dev.patchbay.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.postgres.EmbeddedDatabases.EmbeddedDatabase;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that is put back to an older state under a server that has seen a newer one, and is written by another meanwhile. */
class ForkedLogIT {

    private final EmbeddedDatabase database = EmbeddedDatabases.create();

    @TempDir
    private Path directory;

    @Test
    void is_not_added_to_and_its_views_are_built_anew_at_the_next_start() throws IOException {
        try (RunningServer server = start("one")) {
            create(server.client(), "Ada");
            long lost = create(server.client(), "Lost").position();
            JdbcClient.create(database.connections())
                    .sql("delete from event where position = ?")
                    .param(lost)
                    .update();
            try (RunningServer other = start("other")) {
                create(other.client(), "Grace");
                create(other.client(), "Joan");
            }

            Reply refused = server.client().post("operators", operator("Nobody"));
            assertThat(refused.status()).as(refused.body()).isEqualTo(503);
            assertThat(status(server.root().resolve("actuator/health/liveness")))
                    .isEqualTo(503);
            assertThat(names(server.client())).contains("Lost").doesNotContain("Joan");
        }
        try (RunningServer again = start("one")) {
            assertThat(names(again.client())).containsExactlyInAnyOrder("Ada", "Grace", "Joan");
            create(again.client(), "Edith");
        }
    }

    private RunningServer start(String name) {
        return RunningServer.on(directory.resolve(name), database.settings().toArray(String[]::new));
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
                .toList();
    }

    private static int status(URI health) throws IOException {
        return ((HttpURLConnection) health.toURL().openConnection()).getResponseCode();
    }
}
