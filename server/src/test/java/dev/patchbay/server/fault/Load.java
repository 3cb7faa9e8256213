package dev.patchbay.server.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Clients that write at the same time, until they are told to stop. */
final class Load {

    private static final int CALLERS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(5);

    private final Deployment deployment;
    private final Ledger ledger;
    private final List<Long> sharedNumbers;
    private final List<Caller> callers;
    private final AtomicLong phoneNumbers = new AtomicLong();
    private final List<Future<?>> calling = new ArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private volatile boolean isBroken;
    private volatile CountDownLatch over = new CountDownLatch(0);

    Load(Deployment deployment, Ledger ledger, Random random) {
        this.deployment = deployment;
        this.ledger = ledger;
        this.sharedNumbers = Stream.of("+15550000001", "+15550000002", "+15550000003")
                .map(number -> deployment
                        .client(0)
                        .post("virtual_numbers/purchase", "{\"phone_number\": \"" + number + "\"}")
                        .id())
                .toList();
        this.callers = IntStream.range(0, CALLERS)
                .mapToObj(i -> new Caller(i, this, random.nextLong()))
                .toList();
    }

    /** Does something while all clients write; when it returns nobody waits for an answer. */
    void during(Disturbance disturbance) throws Exception {
        over = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Caller caller : callers) {
                calling.add(threads.submit(() -> {
                    caller.call();
                    return caller;
                }));
            }
            try {
                disturbance.run();
            } catch (Exception | AssertionError e) {
                isBroken = true;
                throw e;
            } finally {
                over.countDown();
            }
            for (Future<?> call : calling) {
                call.get();
            }
        } finally {
            calling.clear();
        }
    }

    /** What may go wrong while clients write. */
    @FunctionalInterface
    interface Disturbance {
        void run() throws Exception;
    }

    void awaitAnswers(int more) {
        int wanted = answers() + more;
        await().pollInterval(POLL).atMost(PATIENCE).until(() -> hasEnded() || answers() >= wanted);
        requireThatAllGoOn();
    }

    /** Returns when so many attempts have failed, or so many were answered in spite of all. */
    void awaitTrouble(int more) {
        int attempts = ledger.counts().unavailable() + ledger.counts().unknown() + more;
        int answers = answers() + 20 * more;
        await().pollInterval(POLL)
                .atMost(PATIENCE)
                .until(() -> hasEnded()
                        || ledger.counts().unavailable() + ledger.counts().unknown() >= attempts
                        || answers() >= answers);
        requireThatAllGoOn();
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    /** Whether nobody will be answered any more. */
    boolean isBroken() {
        return isBroken;
    }

    /** A moment before the next attempt, also of those who come to their end. */
    void breathe() throws InterruptedException {
        boolean unused = never.await(20, TimeUnit.MILLISECONDS);
    }

    Deployment deployment() {
        return deployment;
    }

    Ledger ledger() {
        return ledger;
    }

    List<Long> sharedNumbers() {
        return sharedNumbers;
    }

    long sharedNumber(Random random) {
        return sharedNumbers.get(random.nextInt(sharedNumbers.size()));
    }

    /** One that nobody has asked for yet. */
    String nextPhoneNumber() {
        return "+1556%07d".formatted(phoneNumbers.getAndIncrement());
    }

    private int answers() {
        return ledger.counts().acknowledged() + ledger.counts().refused();
    }

    private boolean hasEnded() {
        return calling.stream().anyMatch(Future::isDone);
    }

    private void requireThatAllGoOn() {
        for (Future<?> call : calling) {
            if (call.isDone()) {
                try {
                    call.get();
                } catch (ExecutionException e) {
                    throw new IllegalStateException("a client gave up", e.getCause());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
