package dev.patchbay.server.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads what a server sends, and gives up when nothing comes any more: the JDK's client would wait forever. */
final class ImpatientReader implements AutoCloseable {
    private final InputStream input;
    private final Duration patience;
    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();

    ImpatientReader(InputStream input, Duration patience) {
        this.input = input;
        this.patience = patience;
    }

    /** How many bytes were read; less than 0 at the end. */
    int read(byte[] buffer) throws IOException, InterruptedException {
        Future<Integer> reading = thread.submit(() -> input.read(buffer));
        try {
            return reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("nothing came for " + patience.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        input.close();
        thread.close();
    }
}
