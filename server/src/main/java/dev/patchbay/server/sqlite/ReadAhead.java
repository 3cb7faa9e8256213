package dev.patchbay.server.sqlite;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The events of the log in their order, read and deserialized in a thread of its own while others are worked off. */
final class ReadAhead implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadAhead.class);
    /** Little at first: who goes slowly, or ends soon, needs no more. */
    private static final int FIRST_EVENTS_AHEAD = 32;

    private static final int MOST_EVENTS_AHEAD = 1_000;

    private final EventStorageEngine log;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("views-reader").daemon().factory());
    private Iterator<? extends TrackedEventMessage<?>> events = Collections.emptyIterator();
    private int eventsAhead = FIRST_EVENTS_AHEAD;
    private CompletableFuture<Chunk> ahead;

    ReadAhead(EventStorageEngine log, long position) {
        this.log = log;
        this.ahead = readAfter(position);
    }

    /** From now on the events after this position come. */
    void goTo(long position) {
        events = Collections.emptyIterator();
        ahead = readAfter(position);
    }

    /** The next event, which must be in the log. */
    TrackedEventMessage<?> next() {
        if (!events.hasNext()) {
            Chunk chunk = ahead.join();
            if (chunk.events.isEmpty()) {
                // It was read when the log ended there.
                chunk = readAfter(chunk.end).join();
            }
            events = chunk.events.iterator();
            ahead = readAfter(chunk.end);
        }
        return events.next();
    }

    @Override
    public void close() {
        reader.shutdown();
    }

    private CompletableFuture<Chunk> readAfter(long position) {
        int most = eventsAhead;
        eventsAhead = Math.min(2 * most, MOST_EVENTS_AHEAD);
        return CompletableFuture.supplyAsync(() -> read(position, most), reader);
    }

    private Chunk read(long position, int most) {
        try (Stream<? extends TrackedEventMessage<?>> events =
                log.readEvents(new GlobalSequenceTrackingToken(position), false)) {
            List<? extends TrackedEventMessage<?>> chunk =
                    events.limit(most).peek(ReadAhead::deserialize).toList();
            return new Chunk(chunk, position + chunk.size());
        }
    }

    private static void deserialize(TrackedEventMessage<?> event) {
        try {
            event.getPayload();
            event.getMetaData();
            event.getTimestamp();
        } catch (RuntimeException e) {
            LOG.debug("what takes in the event {} will find that it cannot be read", event.getIdentifier(), e);
        }
    }

    /** @param end the position of the last event, or the one after which there were none */
    private record Chunk(List<? extends TrackedEventMessage<?>> events, long end) {}
}
