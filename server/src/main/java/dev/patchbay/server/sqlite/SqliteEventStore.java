package dev.patchbay.server.sqlite;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** Axon's event store whose streams tell a waiting processor of an append at once. */
public final class SqliteEventStore extends AbstractEventStore {

    private final SqliteLog log;

    public SqliteEventStore(SqliteLog log, SqliteEventStorageEngine engine) {
        super(new Settings().on(engine));
        this.log = log;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
        return new SqliteLogStream(log, storageEngine(), after);
    }

    private static final class Settings extends AbstractEventStore.Builder {
        Settings on(EventStorageEngine engine) {
            storageEngine(engine);
            return this;
        }
    }
}
