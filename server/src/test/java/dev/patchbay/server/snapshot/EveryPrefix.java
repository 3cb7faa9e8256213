package dev.patchbay.server.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.RunningServer;
import dev.patchbay.server.log.LogStorageEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/** Compares what the events of a log come to with what a snapshot of the first of them and the rest come to. */
public final class EveryPrefix {

    private static final int MOST_PREFIXES = 8;

    private final SnapshotForm form = new SnapshotForm();
    private final LogSnapshotter snapshotter;

    private EveryPrefix(LogSnapshotter snapshotter) {
        this.snapshotter = snapshotter;
    }

    /** Every aggregate that ever was on a server is the same from whichever snapshot it comes. */
    public static void requireTheSame(RunningServer server) {
        EveryPrefix prefixes = new EveryPrefix(server.part(LogSnapshotter.class));
        Map<String, List<DomainEventMessage<?>>> streams = server.part(LogStorageEngine.class)
                .readEvents(null, false)
                .<DomainEventMessage<?>>map(event -> (DomainEventMessage<?>) event)
                .collect(Collectors.groupingBy(DomainEventMessage::getAggregateIdentifier));
        assertThat(streams).isNotEmpty();
        streams.values().forEach(prefixes::compare);
    }

    private void compare(List<DomainEventMessage<?>> events) {
        Optional<Object> whole = outcome(events);
        int step = Math.max(1, events.size() / MOST_PREFIXES);
        IntStream.range(0, events.size() / step)
                .map(prefix -> events.size() - 1 - prefix * step)
                .filter(length -> length > 0)
                .forEach(length -> snapshot(events.subList(0, length))
                        .map(form::written)
                        .map(form::read)
                        .ifPresent(snapshot -> assertThat(outcome(after(snapshot, events, length)))
                                .as("%s after %d events", snapshot.getAggregateIdentifier(), length)
                                .usingRecursiveComparison()
                                .isEqualTo(whole)));
    }

    private static List<DomainEventMessage<?>> after(
            DomainEventMessage<?> snapshot, List<DomainEventMessage<?>> events, int length) {
        return Stream.concat(Stream.of(snapshot), events.stream().skip(length)).toList();
    }

    /** None when the aggregate is no more. */
    private Optional<Object> outcome(List<DomainEventMessage<?>> events) {
        return snapshot(events).map(DomainEventMessage::getPayload);
    }

    private Optional<DomainEventMessage<?>> snapshot(List<DomainEventMessage<?>> events) {
        String stream = events.getFirst().getAggregateIdentifier();
        Class<?> type = Aggregates.named(events.getFirst().getType());
        return Optional.ofNullable(snapshotter.createSnapshot(type, stream, DomainEventStream.of(events)));
    }
}
