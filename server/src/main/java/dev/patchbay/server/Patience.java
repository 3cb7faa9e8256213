package dev.patchbay.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits at the start for other processes, until this one is told to stop: Spring waits for the start before it stops anything. */
public final class Patience implements AutoCloseable {

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread stop = new Thread(stopped::countDown, "patience");

    public Patience() {
        Runtime.getRuntime().addShutdownHook(stop);
    }

    /**
     * Waits a while.
     *
     * @throws IllegalStateException when the process is to stop
     */
    public void take(Duration between) {
        try {
            if (stopped.await(between.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the process was stopped before it was its turn to start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before it was its turn to start", e);
        }
    }

    /** Nothing is waited for any more. */
    @Override
    public void close() {
        try {
            boolean unused = Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException alreadyStopping) {
            // It runs, or has run.
        }
    }
}
