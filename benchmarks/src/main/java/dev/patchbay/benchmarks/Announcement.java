package dev.patchbay.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line by which a server says that it is ready, and where. */
final class Announcement {

    private static final Pattern READY = Pattern.compile(" is ready: http://\\S+?:(\\d+)");

    private Announcement() {}

    /** Fails with what the server said instead. */
    static int awaitPort(Process server, Duration patience) throws IOException {
        CompletableFuture<Integer> port = new CompletableFuture<>();
        Queue<String> said = new ConcurrentLinkedQueue<>();
        // A virtual one keeps its carrier while it reads from a pipe, and there are more servers at a time than
        // carriers.
        Thread.ofPlatform().daemon().start(() -> listen(server.inputReader(), said, port));
        try {
            return port.orTimeout(patience.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new IOException(
                    "the server did not become ready; it said:\n" + String.join("\n", said), e.getCause());
        }
    }

    /** To the end, so that the server never waits for a reader. */
    private static void listen(BufferedReader output, Queue<String> said, CompletableFuture<Integer> port) {
        output.lines().forEach(line -> {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                port.complete(Integer.valueOf(ready.group(1)));
            }
            if (!port.isDone()) {
                said.add(line);
            }
        });
        port.completeExceptionally(new IOException("it ended"));
    }
}
