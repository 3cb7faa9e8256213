package dev.patchbay.server.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BackupIT {
    private static final String OPERATOR = "{\"name\":\"Ada\",\"phone_number\":\"+15551234567\"}";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void is_of_one_moment_though_the_server_goes_on_writing_and_a_server_starts_on_it() throws Exception {
        Path data = directory.resolve("data");
        Path copy = directory.resolve("copies/of today");
        CountDownLatch busy = new CountDownLatch(20);
        String then;
        long position;
        try (RunningServer server = RunningServer.on(data)) {
            Client client = server.client();
            CompletableFuture<Void> copied = new CompletableFuture<>();
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                while (!copied.isDone()) {
                    client.post("operators", OPERATOR);
                    busy.countDown();
                }
            });
            try {
                assertThat(busy.await(1, TimeUnit.MINUTES)).isTrue();
                assertThat(run("--data-dir", data.toString(), "--to", copy.toString(), "--json"))
                        .as(err.toString())
                        .isZero();
            } finally {
                copied.complete(null);
            }
            writing.join();
            JsonNode made = JsonMapper.shared().readTree(out.toString());
            assertThat(made.get("directory").asString()).isEqualTo(copy.toString());
            position = made.get("position").asLong();
            then = client.get("operators?as_of=@" + position).body();
            assertThat(client.post("operators", OPERATOR).position()).isGreaterThan(position);
        }
        assertThat(copy.toFile().list()).containsExactlyInAnyOrder("events.db", "private.db");

        try (RunningServer restored = RunningServer.on(copy)) {
            assertThat(restored.client().get("operators?as_of=@" + position).body())
                    .isEqualTo(then);
            assertThat(restored.client().post("operators", OPERATOR).position()).isEqualTo(position + 1);
        }
    }

    private int run(String... arguments) {
        return Terminal.run(
                Map.of(),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Stream.concat(Stream.of("backup"), Stream.of(arguments)).toArray(String[]::new));
    }
}
