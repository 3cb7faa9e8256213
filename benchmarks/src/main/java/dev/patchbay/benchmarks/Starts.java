package dev.patchbay.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long {@code java -jar} takes until the server says that it is ready. */
final class Starts {

    private final Path jar;
    private final List<Duration> durations = new ArrayList<>();

    private Starts(Path jar) {
        this.jar = jar;
    }

    static Row onEmptyDirectories(Path jar, Path directory, int count) throws IOException {
        Starts starts = new Starts(jar);
        for (int i = 0; i < count; i++) {
            starts.start(directory.resolve("empty-" + i));
        }
        return starts.row("an empty data directory");
    }

    static Row onData(Path jar, Path data, int count, long events) throws IOException {
        Starts starts = new Starts(jar);
        for (int i = 0; i < count; i++) {
            starts.start(data);
        }
        return starts.row(String.format(Locale.ROOT, "%,d events", events));
    }

    private void start(Path data) throws IOException {
        try (Server server = Server.start(jar, data)) {
            durations.add(server.readyAfter());
        }
    }

    private Row row(String on) {
        List<Long> millis = durations.stream().map(Duration::toMillis).sorted().toList();
        String range = String.format(Locale.ROOT, "%,d to %,d ms", millis.getFirst(), millis.getLast());
        String measured = "java -jar until ready, on " + on + ", median of " + millis.size() + " (" + range + ")";
        return Row.of(measured, String.format(Locale.ROOT, "%,d ms", millis.get(millis.size() / 2)));
    }
}
