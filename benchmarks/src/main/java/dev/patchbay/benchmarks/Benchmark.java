package dev.patchbay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Measures the packaged server beside the disk it writes to, and prints one table. */
public final class Benchmark {

    private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);
    private static final Duration FIRST_WARM_UP = Duration.ofSeconds(15);
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final int EMPTY_STARTS = 5;
    private static final int RESTARTS = 3;

    private Benchmark() {}

    /** Takes the path of the jar and the seconds of each measurement; both may be left out. */
    public static void main(String... arguments) throws IOException {
        Path jar = Path.of(arguments.length > 0 ? arguments[0] : "server/target/patchbay.jar");
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException(jar.toAbsolutePath() + " is not there: build it first");
        }
        measure(jar, Scratch.under(Path.of("target")), Duration.ofSeconds(seconds));
    }

    private static void measure(Path jar, Path directory, Duration time) throws IOException {
        System.out.println(Row.HEADING);
        Disk.appendAndForce(directory, 1, time).print();
        Disk.appendAndForce(directory, 64, time).print();
        Starts.onEmptyDirectories(jar, directory, EMPTY_STARTS).print();
        Path data = directory.resolve("data");
        long events;
        try (Server server = Server.start(jar, data)) {
            server.rest();
            server.memory("idle after the start").print();
            new Measurements(server, FIRST_WARM_UP, Duration.ZERO).creatingOperators(CONNECTIONS.getLast());
            load(new Measurements(server, WARM_UP, time));
            server.memory("after the load").print();
            server.processorTime().print();
            events = Account.open(server).position();
        }
        Starts.onData(jar, data, RESTARTS, events).print();
        System.out.println(Conditions.of(directory, WARM_UP, time));
    }

    private static void load(Measurements measurements) throws IOException {
        for (int connections : CONNECTIONS) {
            measurements.creatingOperators(connections).row("POST /operators").print();
        }
        for (int connections : CONNECTIONS) {
            measurements
                    .attachingOperators(connections)
                    .row("POST add_operator")
                    .print();
        }
        for (int connections : CONNECTIONS) {
            measurements
                    .readingAnOperator(connections)
                    .row("GET /operators/:id")
                    .print();
        }
        for (int connections : CONNECTIONS) {
            measurements
                    .readingANumber(connections)
                    .row("GET /virtual_numbers/:id")
                    .print();
        }
    }
}
