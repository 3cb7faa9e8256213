package dev.patchbay.server.terminal;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Tries again where that may help, after a pause: as long as the server says, else each twice as long as the last. */
record Attempts(int most, Predicate<IOException> passing, Pause pause) {
    private static final int SOME = 5;
    /** Together about two minutes: a server that is started again is there by then. */
    private static final int MANY = 11;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

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
        return new Attempts(SOME, Unavailable.class::isInstance, Thread::sleep);
    }

    /** Until an answer comes through, from the moment on that somebody may have heard the question. */
    static Attempts onceAsked() {
        AtomicBoolean asked = new AtomicBoolean();
        return new Attempts(
                MANY,
                failure -> {
                    if (!Failure.isUnreachable(failure)) {
                        asked.set(true);
                    }
                    return asked.get();
                },
                Thread::sleep);
    }

    /** While the server or the way to it is broken. */
    static Attempts whileBroken() {
        return new Attempts(SOME, failure -> true, Thread::sleep);
    }

    /** Until the server has been started again. */
    static Attempts whileDown() {
        return new Attempts(MANY, failure -> true, Thread::sleep);
    }

    <T> T make(Attempt<T> attempt) throws IOException, InterruptedException {
        Duration next = FIRST_PAUSE;
        for (int made = 1; ; made++) {
            try {
                return attempt.make();
            } catch (IOException e) {
                if (made == most || !passing.test(e)) {
                    throw e;
                }
                pause.last(e instanceof Unavailable busy ? busy.pause().orElse(next) : next);
                next = Collections.min(List.of(next.multipliedBy(2), LONGEST_PAUSE));
            }
        }
    }
}
