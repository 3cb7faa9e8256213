package dev.patchbay.query;

import dev.patchbay.shared.Behind;
import dev.patchbay.shared.Moment;
import java.time.Duration;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** How far the views are; whoever needs them further waits here and is woken when they are. */
public final class Progress {

    private final Head head;
    private final Duration bound;
    private final AtomicLong tickets = new AtomicLong();
    private final NavigableSet<Waiter> waiters = new ConcurrentSkipListSet<>(Waiter.FIRST_TO_WAKE_FIRST);
    private final AtomicLong changes = new AtomicLong();
    private volatile long reached;

    /** Nobody waits longer than the bound. */
    public Progress(Head head, Duration bound) {
        this.head = head;
        this.bound = bound;
    }

    /** The last position that is in the views, committed. */
    public long reached() {
        return reached;
    }

    /** How often the views have changed: what was read at this position since the last time is so still. */
    long changes() {
        return changes.get();
    }

    /**
     * The views are at this position now: before the first event, the one of the token that is stored with them. They may be others than
     * before, at the same position.
     */
    public void reach(long position) {
        reached = position;
        changes.incrementAndGet();
        for (Waiter waiter : waiters) {
            if (waiter.wanted > position) {
                return;
            }
            waiter.woken.complete(position);
        }
    }

    /**
     * Waits until the moment is in the views.
     *
     * @return the position to answer from
     * @throws Behind when they are not there in time
     */
    public long await(Moment moment) {
        Long exactly = moment.exactly();
        long wanted = exactly != null ? exactly : resolved(moment.atLeast());
        if (reached < wanted) {
            waitFor(wanted, bound);
        }
        return exactly != null ? exactly : reached;
    }

    /** Waits until the views are beyond a position, but no longer than this; answers where they are. */
    public long awaitBeyond(long position, Duration patience) {
        if (reached <= position) {
            try {
                waitFor(position + 1, patience);
            } catch (Behind nothingNew) {
                return reached;
            }
        }
        return reached;
    }

    private long resolved(long atLeast) {
        return atLeast == Moment.HEAD ? head.position() : atLeast;
    }

    private void waitFor(long wanted, Duration patience) {
        Waiter waiter = new Waiter(wanted, tickets.incrementAndGet(), new CompletableFuture<>());
        waiters.add(waiter);
        try {
            // Once more: a commit between the first look and the entry in the list has woken nobody.
            if (reached < wanted) {
                waiter.woken.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (TimeoutException | ExecutionException e) {
            throw new Behind(wanted, reached);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Behind(wanted, reached);
        } finally {
            waiters.remove(waiter);
        }
    }

    private record Waiter(long wanted, long ticket, CompletableFuture<Long> woken) {
        static final Comparator<Waiter> FIRST_TO_WAKE_FIRST =
                Comparator.comparingLong(Waiter::wanted).thenComparingLong(Waiter::ticket);
    }
}
