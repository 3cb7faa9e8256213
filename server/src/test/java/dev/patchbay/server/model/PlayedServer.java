package dev.patchbay.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.RunningServer;
import dev.patchbay.server.ViewsDump;
import dev.patchbay.server.snapshot.EveryPrefix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.util.FileSystemUtils;

/** The one server on which all sequences of a property run. */
final class PlayedServer {

    /** Nearly every decision is made from a snapshot. */
    static final String SNAPSHOTS = "patchbay.snapshots.after-events=2";

    private final Path directory;
    private final Function<Path, RunningServer> start;
    private RunningServer server;

    private PlayedServer(Path directory, Function<Path, RunningServer> start) {
        this.directory = directory;
        this.start = start;
        this.server = start.apply(directory);
    }

    static PlayedServer start() {
        return start(directory -> RunningServer.on(directory, SNAPSHOTS));
    }

    /** Started in another way, now and after its views were thrown away. */
    static PlayedServer start(Function<Path, RunningServer> start) {
        try {
            return new PlayedServer(Files.createTempDirectory("patchbay-model"), start);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RunningServer running() {
        return server;
    }

    /** Throws the views away; those that are built again must answer the same, and be the same. */
    void rebuild(Consumer<RunningServer> comparison) {
        server.close();
        List<String> before = dump();
        for (String end : List.of("", "-wal", "-shm")) {
            delete(directory.resolve("views.db" + end));
        }
        server = start.apply(directory);
        comparison.accept(server);
        EveryPrefix.requireTheSame(server);
        server.close();
        assertThat(dump()).as("the views that were built anew").isEqualTo(before);
    }

    void end() {
        server.close();
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> dump() {
        try {
            return ViewsDump.of(directory.resolve("views.db"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
