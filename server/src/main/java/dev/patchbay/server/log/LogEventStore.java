package dev.patchbay.server.log;

import java.util.Optional;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** Axon's event store whose streams tell a waiting processor of an append at once, and which reads what came after a snapshot only. */
public final class LogEventStore extends AbstractEventStore {

    private final Log log;
    private final LogStorageEngine engine;
    private final Snapshots snapshots;

    public LogEventStore(Log log, LogStorageEngine engine, Snapshots snapshots) {
        super(new Settings().on(engine));
        this.log = log;
        this.engine = engine;
        this.snapshots = snapshots;
    }

    @Override
    public DomainEventStream readEvents(String stream) {
        return snapshots.of(stream).flatMap(this::from).orElseGet(() -> super.readEvents(stream));
    }

    /** A snapshot and all that came after it, unless it is not of this log. */
    private Optional<DomainEventStream> from(DomainEventMessage<?> snapshot) {
        String stream = snapshot.getAggregateIdentifier();
        Optional<DomainEventStream> later = engine.readAfter(snapshot);
        if (later.isEmpty()) {
            snapshots.forget(stream);
        }
        return later.map(events -> DomainEventStream.concat(
                DomainEventStream.of(snapshot),
                DomainEventStream.concat(events, DomainEventStream.of(stagedDomainEventMessages(stream)))));
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.keep(snapshot);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
        return new LogStream(log, storageEngine(), after);
    }

    private static final class Settings extends AbstractEventStore.Builder {
        Settings on(EventStorageEngine engine) {
            storageEngine(engine);
            return this;
        }
    }
}
