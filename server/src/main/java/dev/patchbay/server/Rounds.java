package dev.patchbay.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work that is done piece by piece in a thread of its own, whenever somebody wakes it and when the next piece is due; by the process
 * that is on duty.
 */
public final class Rounds implements SmartLifecycle {

    /** The name of the processing group of those who wake rounds: it reads the log from its head at the start. */
    public static final String WATCH = "rounds";

    /** After the doors are open: the work asks the views and decides. */
    private static final int PHASE = SpringAxonConfiguration.LIFECYCLE_PHASE + 1024;

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    /** Together shorter than what Spring waits for: spring.lifecycle.timeout-per-shutdown-phase. */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(20);

    private static final Duration LAST_WORDS = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final Supplier<Optional<Instant>> piece;
    private final Clock clock;
    private final Duty duty;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile @Nullable Thread worker;

    /**
     * Works from the start of the server to its end.
     *
     * @param piece does at most one thing that is due, and answers when the next one is; empty when none is to be expected
     */
    public Rounds(String name, Supplier<Optional<Instant>> piece, Clock clock, Duty duty) {
        this.name = name;
        this.piece = piece;
        this.clock = clock;
        this.duty = duty;
        duty.onTaken(this::wake);
    }

    /** There may be something to do now. */
    public void wake() {
        wakeUps.release();
    }

    @Override
    public void start() {
        Thread beginning = Thread.ofPlatform().name(name).daemon().unstarted(this::work);
        // First: it works only while it is the worker.
        worker = beginning;
        beginning.start();
    }

    /** Lets the piece that is being done come to its end, while others that stop at the same time do so too. */
    @Override
    public void stop(Runnable callback) {
        Thread unused = Thread.ofVirtual().start(() -> {
            stop();
            callback.run();
        });
    }

    @Override
    public void stop() {
        Thread leaving = worker;
        worker = null;
        wake();
        try {
            if (leaving == null || leaving.join(LONGEST_FAREWELL)) {
                return;
            }
            leaving.interrupt();
            if (!leaving.join(LAST_WORDS)) {
                LOG.warn("the server stops while {} is still at work", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void work() {
        Duration wait = Duration.ZERO;
        while (worker != null) {
            try {
                boolean unused = wakeUps.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
                wakeUps.drainPermits();
                wait = worker == null || !duty.isMine() ? LONGEST_WAIT : untilNext(piece.get());
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) { // Who leaves here never comes back.
                LOG.warn("{} goes on in {} seconds: {}", name, AFTER_FAILURE.toSeconds(), e.toString());
                wait = AFTER_FAILURE;
            }
        }
    }

    private Duration untilNext(Optional<Instant> due) {
        return due.map(at -> Duration.between(clock.instant(), at))
                .filter(left -> left.compareTo(LONGEST_WAIT) < 0)
                .map(left -> left.isNegative() ? Duration.ZERO : left.plusMillis(1))
                .orElse(LONGEST_WAIT);
    }
}
