package dev.patchbay.rest.audit;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Those who read much take turns at it: however many follow from far behind or take all out, others are answered. Those of one
 * account have one turn at a time among them, so that they do not hold up those of other accounts.
 */
@Component
public final class Turns {
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private static final int QUEUES = 256;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final List<Semaphore> queues =
            Stream.generate(() -> new Semaphore(1, true)).limit(QUEUES).toList();

    public <T> T take(long account, Supplier<T> reading) {
        Semaphore queue = queues.get(Math.floorMod(account, QUEUES));
        return inside(queue, () -> inside(turns, reading));
    }

    private static <T> T inside(Semaphore semaphore, Supplier<T> action) {
        semaphore.acquireUninterruptibly();
        try {
            return action.get();
        } finally {
            semaphore.release();
        }
    }
}
