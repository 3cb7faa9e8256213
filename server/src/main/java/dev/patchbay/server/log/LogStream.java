package dev.patchbay.server.log;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The events after a position, first those in the log and then each as it is appended; for one reading thread at a time. */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(LogStream.class);

    private final Log log;
    private final EventStorageEngine engine;
    private final Semaphore appends = new Semaphore(0);
    private final Runnable unsubscribe;
    private volatile Runnable onAvailable = () -> {};
    private Iterator<? extends TrackedEventMessage<?>> batch = Collections.emptyIterator();
    private @Nullable TrackedEventMessage<?> next;
    private @Nullable TrackingToken last;

    LogStream(Log log, EventStorageEngine engine, @Nullable TrackingToken after) {
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
        long end = System.nanoTime() + unit.toNanos(timeout);
        while (!fetch()) {
            if (!appends.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return fetch();
            }
            appends.drainPermits();
        }
        return true;
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

    /** While the log cannot be read there is nothing; it is tried again when somebody asks, or wakes who waits. */
    private boolean fetch() {
        try {
            if (next == null && !batch.hasNext() && position() < log.head()) {
                batch = engine.readEvents(last, false).iterator();
            }
            if (next == null && batch.hasNext()) {
                next = batch.next();
            }
        } catch (EventStoreException e) {
            LOG.warn("the log is not followed at the moment: {}", e.getMessage());
            batch = Collections.emptyIterator();
        }
        return next != null;
    }

    private long position() {
        return last == null ? 0 : last.position().orElseThrow();
    }

    private void wake() {
        appends.release();
        onAvailable.run();
    }
}
