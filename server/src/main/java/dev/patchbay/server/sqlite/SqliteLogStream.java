package dev.patchbay.server.sqlite;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** The events after a position, first those in the log and then each as it is appended; for one reading thread at a time. */
final class SqliteLogStream implements BlockingStream<TrackedEventMessage<?>> {

    private final SqliteLog log;
    private final EventStorageEngine engine;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition appended = lock.newCondition();
    private final Runnable unsubscribe;
    private volatile Runnable onAvailable = () -> {};
    private Iterator<? extends TrackedEventMessage<?>> batch = Collections.emptyIterator();
    private @Nullable TrackedEventMessage<?> next;
    private @Nullable TrackingToken last;

    SqliteLogStream(SqliteLog log, EventStorageEngine engine, @Nullable TrackingToken after) {
        this.log = log;
        this.engine = engine;
        this.last = after;
        this.unsubscribe = log.onAppend(this::wake);
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        fetch();
        return Optional.ofNullable(next);
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            while (!fetch()) {
                if (left <= 0) {
                    return false;
                }
                left = appended.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (true) {
            hasNextAvailable(Integer.MAX_VALUE, TimeUnit.SECONDS);
            TrackedEventMessage<?> event = next;
            if (event != null) {
                last = event.trackingToken();
                next = null;
                return event;
            }
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        onAvailable = callback;
        return true;
    }

    @Override
    public void close() {
        unsubscribe.run();
    }

    private boolean fetch() {
        if (next == null && !batch.hasNext() && position() < log.head()) {
            batch = engine.readEvents(last, false).iterator();
        }
        if (next == null && batch.hasNext()) {
            next = batch.next();
        }
        return next != null;
    }

    private long position() {
        return last == null ? 0 : last.position().orElseThrow();
    }

    private void wake() {
        lock.lock();
        try {
            appended.signalAll();
        } finally {
            lock.unlock();
        }
        onAvailable.run();
    }
}
