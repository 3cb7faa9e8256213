package dev.patchbay.server.log;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of this process: appends that arrive while the store is busy share its next transaction, hence the next sync, and are
 * answered only after it. Positions are 1, 2, 3, ... without holes, whoever writes them.
 */
public final class Log implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Log.class);
    private static final int LARGEST_GROUP = 512;

    private final LogStore store;
    private final BlockingQueue<Append> queue = new LinkedBlockingQueue<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<IntConsumer> syncs = new CopyOnWriteArrayList<>();
    /** Wakes the writer, which must not be interrupted while it writes. */
    private final Append last = new Append(List.of(), new Basis());

    private final Thread writer = Thread.ofPlatform().name("log-writer").unstarted(this::writeUntilClosed);
    private volatile long head;
    private volatile boolean closed;

    /** A first look at the log must succeed; later faults refuse appends until they pass. */
    public Log(LogStore store) throws SQLException {
        this.store = store;
        this.head = store.head();
        writer.start();
    }

    /** The position of the last event that is known here, 0 when there is none. */
    public long head() {
        return head;
    }

    /** Somebody has seen that the log goes up to a position: whoever follows it is told, if that is news. */
    public void reached(long position) {
        if (advance(position)) {
            tell(listeners, Runnable::run);
        }
    }

    /** Whoever follows the log may have missed what is there already. */
    public void wake() {
        tell(listeners, Runnable::run);
    }

    /** Has the runnable called, quickly and on a thread that others wait for, whenever there are new events. */
    public Runnable onAppend(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Has the number of appends told that came to the disk together, each time. */
    public void onSync(IntConsumer listener) {
        syncs.add(listener);
    }

    /**
     * Returns once the events are on the disk.
     *
     * @param basis what they were decided from
     * @throws LogConflict when one of them has a place in its stream that is taken, or the basis is not so any more
     * @throws LogUnavailable when the log cannot be written; nothing of it is stored then, as far as one can know
     */
    public void append(List<StoredEvent> events, Basis basis) {
        Append append = new Append(events, basis);
        queue.add(append);
        if (closed && queue.remove(append)) {
            throw new LogUnavailable("the log is closed", null);
        }
        try {
            append.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LogConflict conflict) {
                throw conflict;
            }
            throw new LogUnavailable("the log cannot be written: " + e.getMessage(), e.getCause());
        }
    }

    /** Stores what was asked for so far, then refuses. */
    @Override
    public void close() {
        closed = true;
        queue.add(last);
        try {
            writer.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        store.close();
    }

    private void writeUntilClosed() {
        while (!closed || !queue.isEmpty()) {
            List<Append> group = nextGroup();
            if (!group.isEmpty()) {
                write(group);
            }
        }
    }

    private List<Append> nextGroup() {
        List<Append> group = new ArrayList<>();
        try {
            Append first = closed ? queue.poll() : queue.take();
            if (first != null) {
                group.add(first);
                queue.drainTo(group, LARGEST_GROUP - 1);
                group.remove(last);
            }
        } catch (InterruptedException e) {
            LOG.debug("woken to close");
        }
        return group;
    }

    private void write(List<Append> group) {
        long position;
        try {
            position = store.store(group);
        } catch (Exception | Error e) { // Who leaves here never comes back.
            LOG.warn("{} appends refused, the log cannot be written: {}", group.size(), e.toString());
            store.disconnect();
            group.forEach(append -> append.fail(e));
            return;
        }
        advance(position);
        group.forEach(Append::succeed);
        tell(listeners, Runnable::run);
        tell(syncs, listener -> listener.accept(group.size()));
    }

    /** Whether that is news. */
    private synchronized boolean advance(long position) {
        boolean news = position > head;
        head = Math.max(head, position);
        return news;
    }

    /** What one of them fails at is its own affair. */
    private static <T> void tell(List<T> listeners, Consumer<T> telling) {
        for (T listener : listeners) {
            try {
                telling.accept(listener);
            } catch (RuntimeException | Error e) { // Who leaves here never comes back.
                LOG.warn("somebody who follows the log fails", e);
            }
        }
    }
}
