package dev.patchbay.server.log;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** Axon's event store whose streams tell a waiting processor of an append at once. */
public final class LogEventStore extends AbstractEventStore {

    private final Log log;

    public LogEventStore(Log log, LogStorageEngine engine) {
        super(new Settings().on(engine));
        this.log = log;
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
