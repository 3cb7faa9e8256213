package dev.patchbay.benchmarks;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Requests over so many connections, in a closed loop unless an open one is asked for. */
record Load(InetSocketAddress address, int connections, Duration warmUp, Duration time) {

    /** What one connection sends. */
    interface Requests {

        /** Null when nothing is left to send. */
        @Nullable
        Request next();
    }

    /** Answers what was measured after the warm-up. */
    Result run(Supplier<Requests> requestsOfAConnection) {
        return run(Pace.CLOSED_LOOP, requestsOfAConnection);
    }

    /** The same at a rate that does not depend on the answers, as long as a connection is free. */
    Result run(int perSecond, Supplier<Requests> requestsOfAConnection) {
        return run(new Metronome(System.nanoTime(), perSecond), requestsOfAConnection);
    }

    private Result run(Pace pace, Supplier<Requests> requestsOfAConnection) {
        long start = System.nanoTime() + warmUp.toNanos();
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            clients.add(new Client(address, pace, requestsOfAConnection.get(), start, start + time.toNanos()));
        }
        List<Thread> threads = clients.stream().map(Thread.ofPlatform()::start).toList();
        for (Thread thread : threads) {
            join(thread);
        }
        Result result = new Result(connections, Duration.ofNanos(System.nanoTime() - start));
        for (Client client : clients) {
            client.reportTo(result);
        }
        return result;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
