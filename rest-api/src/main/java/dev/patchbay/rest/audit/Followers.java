package dev.patchbay.rest.audit;

import dev.patchbay.rest.answer.Problem;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Everybody who follows the changes: not more than leave room for others. They are sent home before the server stops. */
@Component
public final class Followers implements SmartLifecycle {
    /** So many connections leave most of those that the container has to everybody else. */
    private static final int MOST = 2_000;

    private static final int MOST_OF_ACCOUNT = 100;

    private final Places places = new Places(MOST, MOST_OF_ACCOUNT);
    private final Set<Thread> waiting = new HashSet<>();
    private volatile boolean running;

    /** Answers a request for as long as it takes. */
    @FunctionalInterface
    interface Telling {
        void tell() throws IOException;
    }

    /**
     * Answers somebody of an account.
     *
     * @throws Problem when there are too many already
     */
    void serve(long account, Telling telling) throws IOException {
        if (!places.take(account)) {
            throw Problem.tooManyFollow();
        }
        begin(Thread.currentThread());
        try {
            telling.tell();
        } finally {
            end(Thread.currentThread());
            places.leave(account);
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
