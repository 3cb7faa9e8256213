package dev.patchbay.server.log;

import static dev.patchbay.server.log.Appends.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.patchbay.server.log.Basis.Seen;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read of a stream when there is a snapshot of it, and what whoever decides from that relies on. */
class SnapshotReadingTest {

    private static final String STREAM = "operator-1";

    private final List<StoredEvent> stored = new ArrayList<>();
    private final List<Long> askedFrom = new ArrayList<>();
    private final List<Append> appends = new ArrayList<>();
    private final KnownSnapshots snapshots = new KnownSnapshots();
    private Log log;
    private LogStorageEngine engine;
    private LogEventStore events;

    @BeforeEach
    void begin() throws SQLException {
        log = new Log(new ListStore());
        engine = new LogStorageEngine(
                log, new ListReader(), Jackson3Serializer.builder().build());
        events = new LogEventStore(log, engine, snapshots);
    }

    @AfterEach
    void end() {
        log.close();
    }

    @Test
    void only_what_came_after_the_snapshot_is_read() {
        has(8);
        snapshots.put(5, "operator-1/5");

        assertThat(sequences()).containsExactly(5L, 6L, 7L);
        assertThat(askedFrom).containsExactly(5L);
    }

    @Test
    void nothing_came_after_the_snapshot() {
        has(6);
        snapshots.put(5, "operator-1/5");

        assertThat(sequences()).containsExactly(5L);
        assertThat(askedFrom).containsExactly(5L);
    }

    @Test
    void whatever_came_after_it_is_read_however_much_it_is() {
        has(1_000);
        snapshots.put(5, "operator-1/5");

        assertThat(sequences()).isEqualTo(LongStream.range(5, 1_000).boxed().toList());
        assertThat(basisOf(() -> sequences())).containsOnly(entry(STREAM, new Seen(999, 1_000)));
    }

    @Test
    void all_is_read_when_the_log_has_another_event_where_the_snapshot_ends() {
        has(8);
        snapshots.put(5, "of another log");

        assertThat(basisOf(() -> assertThat(sequences())
                        .isEqualTo(LongStream.range(0, 8).boxed().toList())))
                .containsOnly(entry(STREAM, new Seen(7, 8)));
        assertThat(snapshots.known).isEmpty();
    }

    @Test
    void all_is_read_when_the_log_ends_before_the_snapshot_does() {
        has(5);
        snapshots.put(5, "operator-1/5");

        assertThat(basisOf(() -> assertThat(sequences()).containsExactly(0L, 1L, 2L, 3L, 4L)))
                .containsOnly(entry(STREAM, new Seen(4, 5)));
        assertThat(snapshots.known).isEmpty();
    }

    @Test
    void whoever_decides_from_a_snapshot_relies_on_the_stream_as_far_as_it_went_then() {
        has(8);
        snapshots.put(5, "operator-1/5");

        assertThat(basisOf(() -> sequences())).containsOnly(entry(STREAM, new Seen(7, 8)));
    }

    @Test
    void a_stream_that_has_grown_since_it_was_first_looked_at_has_grown_though_a_snapshot_knows_it() {
        has(5);
        assertThat(basisOf(() -> {
                    assertThat(engine.lastSequenceNumberFor(STREAM)).contains(4L);
                    has(6);
                    snapshots.put(5, "operator-1/5");
                    assertThat(sequences()).containsExactly(5L);
                }))
                .containsOnly(entry(STREAM, new Seen(4, 5)));
    }

    @Test
    void what_is_about_to_be_appended_comes_last() {
        has(6);
        snapshots.put(5, "operator-1/5");

        List<Long> read = new ArrayList<>();
        within(() -> {
            events.publish(new GenericDomainEventMessage<>("Operator", STREAM, 6, "renamed"));
            read.addAll(sequences());
        });

        assertThat(read).containsExactly(5L, 6L);
    }

    private void has(int many) {
        for (int i = stored.size(); i < many; i++) {
            stored.add(event(STREAM, i));
        }
        log.reached(many);
    }

    private List<Long> sequences() {
        return events.readEvents(STREAM)
                .asStream()
                .<Long>map(DomainEventMessage::getSequenceNumber)
                .toList();
    }

    /** What whoever does this, and decides something then, relies on. */
    private Map<String, Seen> basisOf(Runnable reading) {
        within(() -> {
            reading.run();
            engine.appendEvents(List.of(new GenericDomainEventMessage<>("Other", "other-1", 0, "decided")));
        });
        return appends.getLast().basis().streams();
    }

    private static void within(Runnable decision) {
        DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("a command"));
        unit.execute(decision);
    }

    private static final class KnownSnapshots implements Snapshots {
        private final Map<String, DomainEventMessage<?>> known = new HashMap<>();

        void put(long sequence, String eventId) {
            keep(new GenericDomainEventMessage<Object>(
                    "Operator",
                    STREAM,
                    sequence,
                    "an operator",
                    MetaData.emptyInstance(),
                    eventId,
                    GenericEventMessage.clock.instant()));
        }

        @Override
        public Optional<DomainEventMessage<?>> of(String stream) {
            return Optional.ofNullable(known.get(stream));
        }

        @Override
        public void keep(DomainEventMessage<?> snapshot) {
            known.put(snapshot.getAggregateIdentifier(), snapshot);
        }

        @Override
        public void forget(String stream) {
            known.remove(stream);
        }

        @Override
        public void distrust() {
            known.clear();
        }
    }

    private final class ListReader implements LogReader {
        @Override
        public List<PlacedEvent> after(long position, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<StoredEvent> ofStream(String stream, long firstSequence, int most) {
            askedFrom.add(firstSequence);
            return stored.stream()
                    .filter(event -> event.stream().equals(stream) && event.sequence() >= firstSequence)
                    .limit(most)
                    .toList();
        }

        @Override
        public OptionalLong lastSequence(String stream) {
            return stored.isEmpty() ? OptionalLong.empty() : OptionalLong.of(stored.size() - 1);
        }

        @Override
        public Optional<String> idAt(long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long lastBefore(Instant moment) {
            throw new UnsupportedOperationException();
        }
    }

    /** Notes what was to be stored, and stores nothing. */
    private final class ListStore implements LogStore {
        @Override
        public long head() {
            return 0;
        }

        @Override
        public long store(List<Append> together) {
            appends.addAll(together);
            return 0;
        }

        @Override
        public void disconnect() {
            // Nothing was opened.
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
