package dev.patchbay.server.terminal;

import java.io.IOException;
import java.time.Duration;

/** Tries again where that may help, after a pause: as long as the server says, else each twice as long as the last. */
record Attempts(Class<? extends IOException> passing, Pause pause) {
    private static final int MOST = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** Something that may fail for a while. */
    @FunctionalInterface
    interface Attempt<T> {
        T make() throws IOException, InterruptedException;
    }

    /** Lets time go by. */
    @FunctionalInterface
    interface Pause {
        void last(Duration time) throws InterruptedException;
    }

    /** While the server says that it is not able to answer now. */
    static Attempts whileBusy() {
        return new Attempts(Unavailable.class, Thread::sleep);
    }

    /** While the server or the way to it is broken. */
    static Attempts whileBroken() {
        return new Attempts(IOException.class, Thread::sleep);
    }

    <T> T make(Attempt<T> attempt) throws IOException, InterruptedException {
        Duration next = FIRST_PAUSE;
        for (int made = 1; ; made++) {
            try {
                return attempt.make();
            } catch (IOException e) {
                if (made == MOST || !passing.isInstance(e)) {
                    throw e;
                }
                pause.last(e instanceof Unavailable busy ? busy.pause().orElse(next) : next);
                next = next.multipliedBy(2);
            }
        }
    }
}
