package dev.patchbay.benchmarks;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A contestant that has been started, and what it was told meanwhile. */
final class Entrant implements AutoCloseable {

    private static final int CONNECTIONS = 64;
    private static final int VARIANTS = 1_000;
    private static final int READ = 200;
    private static final int SAMPLE = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Contestant contestant;
    private final Server server;
    private final Account account;
    private final List<Request> creations;
    private final List<Long> operators = new ArrayList<>();
    private final long eventsBefore;
    private long confirmed;
    private long failed;

    private Entrant(Contestant contestant, Server server) throws IOException {
        this.contestant = contestant;
        this.server = server;
        this.account = contestant.account(server);
        this.creations = account.operatorCreations(VARIANTS);
        operators.add(account.createOperator());
        this.eventsBefore = contestant.stored(account).events();
        for (int i = 1; i < READ; i++) {
            operators.add(account.createOperator());
            confirmed++;
        }
        awaitShown();
    }

    static Entrant start(Contestant contestant, Path directory) throws IOException {
        return new Entrant(contestant, contestant.start(directory));
    }

    Contestant contestant() {
        return contestant;
    }

    /** Returns when all of it is shown. */
    Result create(Duration warmUp, Duration time) throws IOException {
        return noted(load(warmUp, time).run(anyOf(creations)));
    }

    /** The same in an open loop. */
    Result createAtRate(int perSecond, Duration warmUp, Duration time) throws IOException {
        return noted(load(warmUp, time).run(perSecond, anyOf(creations)));
    }

    /** Details of operators. */
    Result read(Duration warmUp, Duration time) {
        return load(warmUp, time).run(anyOf(readings()));
    }

    /** The same in an open loop. */
    Result readAtRate(int perSecond, Duration warmUp, Duration time) {
        return load(warmUp, time).run(perSecond, anyOf(readings()));
    }

    /** Whether what was confirmed is really there. */
    Evidence evidence() throws IOException {
        long last = account.createOperator();
        confirmed++;
        Stored stored = awaitShown();
        Random dice = new Random(SAMPLE);
        int found = 0;
        for (int i = 0; i < SAMPLE; i++) {
            if (account.finds(account.readingOperator(dice.nextLong(operators.getFirst(), last + 1)))) {
                found++;
            }
        }
        return new Evidence(confirmed, failed, stored.events() - eventsBefore, found, SAMPLE);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private List<Request> readings() {
        return operators.stream().map(account::readingOperator).toList();
    }

    private Load load(Duration warmUp, Duration time) {
        return new Load(account.address(), CONNECTIONS, warmUp, time);
    }

    /** Each connection has dice of its own, which fall the same way every time. */
    private static Supplier<Load.Requests> anyOf(List<Request> requests) {
        AtomicInteger seeds = new AtomicInteger();
        return () -> {
            Random dice = new Random(seeds.getAndIncrement());
            return () -> requests.get(dice.nextInt(requests.size()));
        };
    }

    private Result noted(Result result) throws IOException {
        confirmed += result.confirmed();
        failed += result.failed();
        awaitShown();
        return result;
    }

    /** What a view has to catch up with would weigh on who is measured next. */
    private Stored awaitShown() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Stored stored = contestant.stored(account);
        while (!stored.isShown()) {
            if (System.nanoTime() > end) {
                throw new IOException(contestant.name() + " does not show what it has stored: " + stored);
            }
            pause();
            stored = contestant.stored(account);
        }
        return stored;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(GLANCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
