package dev.patchbay.server.snapshot;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.jspecify.annotations.Nullable;

/**
 * Takes snapshots of what is committed, on a thread of its own. Each goes by the identifier of the last event that is in it, as it was
 * read, so that the log can say whether it is its own.
 */
final class LogSnapshotter extends SpringAggregateSnapshotter implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final KeptSnapshots snapshots;
    private final ThreadPoolExecutor thread;

    LogSnapshotter(EventStore log, KeptSnapshots snapshots, org.axonframework.config.Configuration axon) {
        this(log, snapshots, axon, thread());
    }

    private LogSnapshotter(
            EventStore log,
            KeptSnapshots snapshots,
            org.axonframework.config.Configuration axon,
            ThreadPoolExecutor thread) {
        super(builder()
                .eventStore(log)
                .executor(thread)
                .transactionManager(NoTransactionManager.INSTANCE)
                .repositoryProvider(axon::repository)
                .parameterResolverFactory(axon.parameterResolverFactory())
                .handlerDefinition(axon.handlerDefinition(LogSnapshotter.class)));
        this.snapshots = snapshots;
        this.thread = thread;
    }

    /** Whoever has it take a snapshot when it is closed already is not disturbed. */
    private static ThreadPoolExecutor thread() {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("snapshots").daemon().factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Those that wait to be taken are not. */
    @Override
    public void close() {
        thread.getQueue().clear();
        thread.shutdown();
        try {
            thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody reads a whole stream for what would not be kept. */
    @Override
    public void scheduleSnapshot(Class<?> type, String stream) {
        if (snapshots.keeps(type)) {
            super.scheduleSnapshot(type, stream);
        }
    }

    /** None of what never came to be, because its creation was rolled back, and none any more of what is deleted. */
    @Override
    @SuppressWarnings("rawtypes") // As Axon has it
    protected @Nullable DomainEventMessage createSnapshot(Class<?> type, String stream, DomainEventStream events) {
        if (!events.hasNext()) {
            return null;
        }
        AtomicReference<DomainEventMessage<?>> last = new AtomicReference<>();
        DomainEventStream watched =
                DomainEventStream.of(events.asStream().peek(last::set), events::getLastSequenceNumber);
        DomainEventMessage<?> snapshot = super.createSnapshot(type, stream, watched);
        if (snapshot == null) {
            snapshots.forget(stream);
            return null;
        }
        return new GenericDomainEventMessage<Object>(
                snapshot.getType(),
                stream,
                snapshot.getSequenceNumber(),
                snapshot.getPayload(),
                snapshot.getMetaData(),
                Objects.requireNonNull(last.get()).getIdentifier(),
                snapshot.getTimestamp());
    }
}
