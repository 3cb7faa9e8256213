package dev.patchbay.rest.audit;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Everybody who follows the changes; they are sent home before the server stops. */
@Component
public final class Followers implements SmartLifecycle {
    private final Set<Thread> waiting = new HashSet<>();
    private volatile boolean running;

    /** Answers a request for as long as it takes. */
    @FunctionalInterface
    interface Telling {
        void tell() throws IOException;
    }

    void serve(Telling telling) throws IOException {
        begin(Thread.currentThread());
        try {
            telling.tell();
        } finally {
            end(Thread.currentThread());
        }
    }

    /** Whether there is still something to come for them. */
    public boolean areWelcome() {
        return running;
    }

    private synchronized void begin(Thread thread) {
        waiting.add(thread);
    }

    /** What woke it is over: the thread has other requests to answer. */
    private synchronized void end(Thread thread) {
        waiting.remove(thread);
        boolean unused = Thread.interrupted();
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    /** Wakes those that wait. */
    @Override
    public synchronized void stop() {
        running = false;
        waiting.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
