package dev.patchbay.server.terminal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.springframework.util.FileSystemUtils;

/** Where a file is made, beside its place; gone when it is closed, and when the command is stopped from outside. */
record WorkDirectory(Path path, Thread stopped) implements AutoCloseable {
    private static final String PREFIX = ".patchbay-export";
    private static final Duration LONGEST_RUN = Duration.ofDays(1);
    private static final int ATTEMPTS = 10;

    /** Takes away as well what commands that died have left there. */
    static WorkDirectory beside(Path target) throws IOException {
        Path parent = Files.createDirectories(target.getParent());
        sweep(parent);
        Path path = Files.createTempDirectory(parent, PREFIX);
        Thread stopped = Thread.ofPlatform().unstarted(() -> deleteWhileInUse(path));
        Runtime.getRuntime().addShutdownHook(stopped);
        return new WorkDirectory(path, stopped);
    }

    Path file(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(path);
        try {
            Runtime.getRuntime().removeShutdownHook(stopped);
        } catch (IllegalStateException e) {
            // It is at work.
        }
    }

    private static void sweep(Path parent) throws IOException {
        Instant stale = Instant.now().minus(LONGEST_RUN);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(
                parent,
                path -> path.getFileName().toString().matches("\\Q" + PREFIX + "\\E\\d+")
                        && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                        && Files.getLastModifiedTime(path).toInstant().isBefore(stale))) {
            for (Path path : left) {
                FileSystemUtils.deleteRecursively(path);
            }
        }
    }

    /** The command does not know yet that it is stopped and may write another file meanwhile. */
    private static void deleteWhileInUse(Path path) {
        for (int attempt = 1; attempt <= ATTEMPTS && Files.exists(path); attempt++) {
            try {
                FileSystemUtils.deleteRecursively(path);
            } catch (IOException e) {
                Thread.onSpinWait();
            }
        }
    }
}
