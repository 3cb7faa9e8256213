package dev.patchbay.server.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code strace}, which makes the system calls of a running process fail, or take longer. */
final class Tracer {

    private final Process strace;

    private Tracer(Process strace) {
        this.strace = strace;
    }

    /** Returns when it has taken hold of the first of these processes, with all its threads. */
    static Tracer of(List<Long> pids, String calls, String what) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "strace", "-f", "-o", "/dev/null", "-e", "trace=" + calls, "-e", "inject=" + calls + ":" + what));
        pids.forEach(pid -> command.addAll(List.of("-p", Long.toString(pid))));
        Process strace = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader output = strace.inputReader();
        String line = output.readLine();
        if (line == null || !line.contains(" attached")) {
            strace.destroy();
            throw new IOException("strace does not attach: " + line);
        }
        Thread.ofVirtual().start(() -> readOn(output));
        return new Tracer(strace);
    }

    /** So that it never waits for somebody to read. */
    private static void readOn(BufferedReader output) {
        try {
            output.lines().forEach(more -> {});
        } catch (UncheckedIOException ended) {
            // It says nothing any more.
        }
    }

    /** Why there is none. */
    static Optional<String> missing() {
        return Tools.missing("strace");
    }

    /** Lets go of the process, which may have died. */
    void letGo() throws InterruptedException {
        strace.destroy();
        if (!strace.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("strace does not end");
        }
    }
}
