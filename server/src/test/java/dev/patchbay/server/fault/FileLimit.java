package dev.patchbay.server.fault;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** For a while no file of a process may grow beyond what the largest one has, or a part of that. */
final class FileLimit implements Fault {

    private final Part part;

    FileLimit(Part part) {
        this.part = part;
    }

    @Override
    public String title() {
        return "files" + part.of() + " may not grow (EFBIG)";
    }

    @Override
    public Optional<String> missing(Deployment deployment) {
        return part.keepsFiles() ? Tools.missing("prlimit") : Optional.of("it writes none");
    }

    @Override
    public int strike(Scene scene) throws Exception {
        Node victim = scene.any(part);
        long pid = victim.process().pid();
        long limit = scene.random().nextLong(largestLog(victim.directory()) + 1);
        limit(pid, Long.toString(limit));
        try {
            scene.load().awaitTrouble(10);
            scene.linger(Duration.ofSeconds(3));
        } finally {
            limit(pid, "unlimited");
        }
        return 1;
    }

    private static long largestLog(Path directory) throws IOException {
        long largest = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*-wal")) {
            for (Path file : files) {
                largest = Math.max(largest, Files.size(file));
            }
        }
        return largest;
    }

    /** The soft one, which the same user may raise again. */
    private static void limit(long pid, String bytes) throws IOException, InterruptedException {
        int exitCode = new ProcessBuilder("prlimit", "--pid", Long.toString(pid), "--fsize=" + bytes + ":")
                .inheritIO()
                .start()
                .waitFor();
        if (exitCode != 0) {
            throw new IOException("prlimit ends with " + exitCode);
        }
    }
}
