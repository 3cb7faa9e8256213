package dev.patchbay.server.fault;

import dev.patchbay.server.Client;
import dev.patchbay.server.ServerProcess;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A process of a deployment, which may die and is started again on the same directory. */
final class Node {

    private final String name;
    private final Part part;
    private final Path directory;
    private final List<String> settings;
    private volatile ServerProcess process;
    private volatile Client client;

    Node(String name, Part part, Path directory, List<String> settings) {
        this.name = name;
        this.part = part;
        this.directory = directory;
        // As often as possible, so that there are snapshots of whatever is killed.
        this.settings = Stream.concat(settings.stream(), Stream.of(part.setting(), "patchbay.snapshots.after-events=2"))
                .toList();
    }

    /** Returns when it is ready. */
    void start() {
        start(Map.of());
    }

    /** The same with these variables besides. */
    void start(Map<String, String> variables) {
        ServerProcess started = begin(variables);
        started.awaitReady();
        client = started.client();
    }

    /** Returns at once. */
    ServerProcess begin(Map<String, String> variables) {
        ServerProcess begun = ServerProcess.begin(directory, variables, settings.toArray(String[]::new));
        process = begun;
        return begun;
    }

    /** If it lives. */
    void kill() {
        if (process != null) {
            process.kill();
        }
    }

    /** Ends it in order. */
    void terminate() {
        int unused = process.terminate();
    }

    /** What builds itself from the log at the next start. */
    void deleteViews() throws IOException {
        try (DirectoryStream<Path> views = Files.newDirectoryStream(directory, "views*")) {
            for (Path file : views) {
                Files.delete(file);
            }
        }
    }

    /** The views that served last. */
    Path views() throws IOException {
        Path pointer = directory.resolve("views.served");
        return directory.resolve(
                Files.exists(pointer) ? Files.readString(pointer).strip() : "views.db");
    }

    Part part() {
        return part;
    }

    ServerProcess process() {
        return process;
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** The last that was ready here. */
    Client client() {
        return client;
    }

    Path directory() {
        return directory;
    }

    @Override
    public String toString() {
        return name;
    }
}
