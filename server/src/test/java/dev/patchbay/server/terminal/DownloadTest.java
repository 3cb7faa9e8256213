package dev.patchbay.server.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
    private static final String TEXT = "What is exported is a function of its range.";
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final List<Long> pauses = new ArrayList<>();
    private FaultyServer server;
    private Path file;

    @TempDir
    private Path directory;

    @BeforeEach
    void start() throws IOException {
        server = new FaultyServer(TEXT);
        file = directory.resolve("file");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void goes_on_where_the_connection_broke() throws IOException, InterruptedException {
        server.cutting(10, file).refusing(503, "");

        fetch(file, LONG);

        assertThat(file).hasContent(TEXT);
        assertThat(pauses).containsExactly(1L, 2L);
        assertThat(server.asked()).first().isEqualTo("null null");
        assertThat(server.asked()).last().asString().matches("bytes=10- \"\\w+\"");
    }

    @Test
    void starts_over_when_there_is_something_else_now() throws IOException, InterruptedException {
        server.cutting(10, file).changing("Something else");

        fetch(file, LONG);

        assertThat(file).hasContent("Something else");
    }

    @Test
    void asks_again_when_nothing_comes_any_more() throws IOException, InterruptedException {
        server.stallingAfter(10);

        fetch(file, SHORT);

        assertThat(file).hasContent(TEXT);
        assertThat(server.asked()).hasSizeGreaterThan(1);
    }

    @Test
    void waits_as_long_as_the_server_says() throws IOException, InterruptedException {
        server.refusing(503, "7").refusing(429, "3").refusing(502, "").refusing(503, "tomorrow");

        fetch(file, LONG);

        assertThat(file).hasContent(TEXT);
        assertThat(pauses).containsExactly(7L, 3L, 4L, 8L);
    }

    @Test
    void gives_up_after_five_times() {
        for (int i = 0; i < 5; i++) {
            server.refusing(503, "");
        }

        assertThatThrownBy(() -> fetch(file, LONG))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("503");
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void does_not_ask_again_when_the_disk_is_full() {
        assertThatThrownBy(() -> fetch(Path.of("/dev/full"), LONG))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("cannot be written");
        assertThat(server.asked()).hasSize(1);
    }

    private void fetch(Path to, Duration patience) throws IOException, InterruptedException {
        Attempts attempts = new Attempts(5, failure -> true, time -> pauses.add(time.toSeconds()));
        Map<String, String> environment = Map.of("PATCHBAY_KEY", "key", "PATCHBAY_URL", server.url());
        try (Service service = new Service(environment)) {
            new Download(service, "exports/events", to, attempts, patience)
                    .run(Progress.of("events", "KiB", 1024, false));
        }
    }
}
