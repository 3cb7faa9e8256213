package dev.patchbay.server.contract;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.patchbay.server.Patchbay;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What becomes of a command that is a process of its own. */
@ExtendWith(SharedServer.class)
class TerminalProcessIT {

    @TempDir
    private Path directory;

    @Test
    void leaves_nothing_behind_when_it_is_stopped() throws IOException, InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        HttpServer slow = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        slow.createContext("/", exchange -> {
            boolean isFile = exchange.getRequestURI().getQuery().contains("parquet");
            exchange.getResponseHeaders().set("Patchbay-Position", "1");
            exchange.sendResponseHeaders(200, isFile ? 1000 : -1);
            if (isFile) {
                exchange.getResponseBody().write(new byte[500]);
                exchange.getResponseBody().flush();
                waitFor(over);
            }
            exchange.close();
        });
        slow.start();
        try {
            Process export = export("http://localhost:" + slow.getAddress().getPort(), List.of());
            await().until(this::hasBytes);

            export.destroy();

            assertThat(export.waitFor(1, MINUTES)).isTrue();
            assertThat(export.exitValue()).isEqualTo(143);
            assertThat(directory).isEmptyDirectory();
        } finally {
            over.countDown();
            slow.stop(0);
        }
    }

    @Test
    void says_that_there_is_no_duckdb_for_the_machine() throws IOException, InterruptedException {
        Process export = export(SharedServer.root().toString(), List.of("-Dos.arch=s390x"));

        assertThat(new String(export.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("s390x): export on another one");
        assertThat(export.waitFor()).isEqualTo(1);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void leaves_a_replay_to_the_server_when_it_is_stopped() throws IOException, InterruptedException {
        Process replay = start(SharedServer.root().toString(), List.of(), "replay", "views", "--events-per-second=1");
        try (BufferedReader said = replay.errorReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).contains(" is running");

            // The process itself would close what it says, too.
            replay.toHandle().destroy();

            assertThat(said.readLine()).endsWith(" goes on without you");
        }
        assertThat(replay.waitFor()).isEqualTo(143);
        JsonNode left = SharedServer.client().get("projections/views").data().get("replay");
        assertThat(SharedServer.client()
                        .post("projections/views/replays/" + left.get("id").asLong() + "/cancel", "")
                        .status())
                .isEqualTo(200);
    }

    private Process export(String url, List<String> options) throws IOException {
        return start(
                url,
                options,
                "export",
                "--to",
                directory.resolve("history.duckdb").toString());
    }

    private static Process start(String url, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m"));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Patchbay.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "PATCHBAY_URL",
                        url,
                        "PATCHBAY_KEY",
                        SharedServer.client().key()));
        return builder.start();
    }

    private boolean hasBytes() throws IOException {
        try (var files = Files.walk(directory)) {
            return files.anyMatch(file ->
                    file.toString().endsWith(".parquet") && file.toFile().length() > 0);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
