package dev.patchbay.server.log;

import dev.patchbay.command.Memberships;
import dev.patchbay.shared.past.PastForms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Axon's view of the log: all events of a unit of work, nested ones included, are one append when it commits. */
public final class LogStorageEngine extends BatchingEventStorageEngine {

    private static final String STAGED = LogStorageEngine.class.getName() + "/staged";
    private static final String BASIS = LogStorageEngine.class.getName() + "/basis";

    private final Log log;
    private final LogReader reader;

    public LogStorageEngine(Log log, LogReader reader, Serializer serializer) {
        super(new Settings().serializedBy(serializer));
        this.log = log;
        this.reader = reader;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        List<StoredEvent> stored =
                events.stream().map(event -> stored(event, serializer)).toList();
        if (CurrentUnitOfWork.isStarted()) {
            staged(CurrentUnitOfWork.get().root()).addAll(stored);
        } else {
            append(stored, new Basis());
        }
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        long after = lastToken == null ? 0 : lastToken.position().orElseThrow();
        // Whoever reads asks until there is nothing left: that is known here.
        return after < log.head()
                ? reader.after(after, batchSize).stream()
                        .map(LogStorageEngine::tracked)
                        .toList()
                : List.of();
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String stream, long firstSequence, int batchSize) {
        long head = log.head();
        List<StoredEvent> events = reader.ofStream(stream, firstSequence, batchSize);
        long last = events.isEmpty() ? firstSequence - 1 : events.getLast().sequence();
        note(stream, firstSequence, last, head);
        return events.stream().map(LogStorageEngine::entry).toList();
    }

    /**
     * The events of a stream after a snapshot, as far as it goes by now. The last event that is in the snapshot is read with them: if the log has
     * another one there, or none, the snapshot is of another log and there is no answer. Whoever decides from both has read the whole stream.
     */
    Optional<DomainEventStream> readAfter(DomainEventMessage<?> snapshot) {
        String stream = snapshot.getAggregateIdentifier();
        long head = log.head();
        List<StoredEvent> events = reader.ofStream(stream, snapshot.getSequenceNumber(), batchSize());
        if (events.isEmpty() || !events.getFirst().eventId().equals(snapshot.getIdentifier())) {
            return Optional.empty();
        }
        long last = events.getLast().sequence();
        note(stream, 0, last, head);
        Stream<DomainEventData<?>> later = events.stream().skip(1).map(LogStorageEngine::entry);
        if (events.size() == batchSize()) {
            later = Stream.concat(later, readEventData(stream, last + 1));
        }
        return Optional.of(
                EventStreamUtils.upcastAndDeserializeDomainEvents(later, getEventSerializer(), upcasterChain));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        long head = log.head();
        OptionalLong last = reader.lastSequence(stream);
        note(stream, 0, last.orElse(Basis.NOTHING), head);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    /** The position of the last event that is known here. */
    public long head() {
        return log.head();
    }

    /** Whether the event of this identifier is at a position. */
    public boolean isAt(long position, String eventId) {
        return reader.idAt(position).equals(Optional.of(eventId));
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant moment) {
        return new GlobalSequenceTrackingToken(reader.lastBefore(moment));
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("snapshots are no part of the log");
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        return Stream.empty();
    }

    private List<StoredEvent> staged(UnitOfWork<?> root) {
        return root.getOrComputeResource(STAGED, key -> {
            List<StoredEvent> events = new ArrayList<>();
            root.onCommit(committing -> append(events, completed(committing.root())));
            return events;
        });
    }

    /** What a decision is made from is read within its unit of work. */
    private static void note(String stream, long firstSequence, long lastSequence, long head) {
        if (CurrentUnitOfWork.isStarted()) {
            basis(CurrentUnitOfWork.get().root()).note(stream, firstSequence, lastSequence, head);
        }
    }

    private static Basis completed(UnitOfWork<?> root) {
        Basis basis = basis(root);
        if (Memberships.wereAsked(root)) {
            basis.noteViews();
        }
        return basis;
    }

    private static Basis basis(UnitOfWork<?> root) {
        return root.getOrComputeResource(BASIS, key -> new Basis());
    }

    private void append(List<StoredEvent> events, Basis basis) {
        if (events.isEmpty()) {
            return;
        }
        try {
            log.append(events, basis);
        } catch (LogConflict conflict) {
            throw conflict.isAboutCreation()
                    ? new AggregateStreamCreationException(conflict.getMessage(), conflict)
                    : new ConcurrencyException(conflict.getMessage(), conflict);
        } catch (LogUnavailable unavailable) {
            throw new EventStoreException(unavailable.getMessage(), unavailable);
        }
    }

    private static StoredEvent stored(EventMessage<?> message, Serializer serializer) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            throw new IllegalArgumentException(message.getPayloadType() + " is not an event of an aggregate");
        }
        var payload = event.serializePayload(serializer, String.class);
        var metadata = event.serializeMetaData(serializer, String.class);
        return new StoredEvent(
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getType(),
                event.getIdentifier(),
                event.getTimestamp(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                metadata.getData());
    }

    private static TrackedDomainEventData<String> tracked(PlacedEvent placed) {
        return new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(placed.position()), entry(placed.event()));
    }

    private static GenericDomainEventEntry<String> entry(StoredEvent event) {
        return new GenericDomainEventEntry<>(
                event.aggregateType(),
                event.stream(),
                event.sequence(),
                event.eventId(),
                event.recordedAt(),
                event.payloadType(),
                event.payloadRevision(),
                event.payload(),
                event.metadata());
    }

    private static final class Settings extends BatchingEventStorageEngine.Builder {
        Settings serializedBy(Serializer serializer) {
            eventSerializer(serializer);
            upcasterChain(PastForms.upcaster());
            snapshotSerializer(serializer);
            return this;
        }
    }
}
