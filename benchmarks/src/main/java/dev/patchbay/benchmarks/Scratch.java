package dev.patchbay.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** A directory that lasts as long as this process, however that ends short of {@code kill -9}. */
final class Scratch {

    private static final Queue<Runnable> FIRST = new ConcurrentLinkedQueue<>();

    private Scratch() {}

    static Path under(Path parent) throws IOException {
        Path directory = Files.createTempDirectory(Files.createDirectories(parent), "benchmark-");
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            FIRST.forEach(Runnable::run);
            endChildren();
            delete(directory);
        }));
        return directory.toAbsolutePath();
    }

    /** What has to be done before the directory goes, however the process ends. */
    static void first(Runnable end) {
        FIRST.add(end);
    }

    /** None of the servers may outlive this process, or hold a file of the directory. */
    private static void endChildren() {
        List<ProcessHandle> children = ProcessHandle.current().children().toList();
        for (ProcessHandle child : children) {
            child.destroyForcibly();
            child.onExit().join();
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
