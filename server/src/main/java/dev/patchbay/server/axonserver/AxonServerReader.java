package dev.patchbay.server.axonserver;

import dev.patchbay.server.log.LogReader;
import dev.patchbay.server.log.PlacedEvent;
import dev.patchbay.server.log.RecentEvents;
import dev.patchbay.server.log.StoredEvent;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Reads a log that is in Axon Server. */
final class AxonServerReader implements LogReader {

    private static final int EVENTS_AHEAD = 1_000;

    private final AxonServer server;
    private final RecentEvents recent;
    private final LongSupplier known;
    /** What was read last; the next one to ask goes on there. */
    private volatile List<PlacedEvent> ahead = List.of();

    /** @param known the position up to which it is followed */
    AxonServerReader(AxonServer server, RecentEvents recent, LongSupplier known) {
        this.server = server;
        this.recent = recent;
        this.known = known;
    }

    @Override
    public List<PlacedEvent> after(long position, int most) {
        return read(() -> {
            long end = known.getAsLong();
            long last = Math.min(position + most, end);
            List<PlacedEvent> events = new ArrayList<>();
            long reached = position;
            while (reached < last) {
                events.addAll(next(reached, (int) Math.min(last - reached, Integer.MAX_VALUE), end));
                reached = position + events.size();
            }
            return events;
        });
    }

    /** At least the next one. To begin to read costs more than to go on. */
    private List<PlacedEvent> next(long position, int most, long end) {
        List<PlacedEvent> heard = recent.after(position, most);
        if (!heard.isEmpty()) {
            return heard;
        }
        List<PlacedEvent> read = ahead;
        long index = read.isEmpty() ? -1 : position + 1 - read.getFirst().position();
        if (index < 0 || index >= read.size()) {
            read = server.present().after(position, (int) Math.min(EVENTS_AHEAD, end - position)).stream()
                    .map(EventForm::placed)
                    .toList();
            ahead = read;
            index = 0;
        }
        return read.subList((int) index, (int) Math.min(read.size(), index + most));
    }

    @Override
    public List<StoredEvent> ofStream(String stream, long firstSequence, int most) {
        return read(() -> server.present().ofStream(stream, firstSequence, firstSequence + most).stream()
                .limit(most)
                .map(EventForm::event)
                .toList());
    }

    @Override
    public OptionalLong lastSequence(String stream) {
        long last = read(() -> server.present().lastSequence(stream));
        return last < 0 ? OptionalLong.empty() : OptionalLong.of(last);
    }

    @Override
    public Optional<String> idAt(long position) {
        return read(() -> server.present().at(position).map(Event::getMessageIdentifier));
    }

    /** Times never fall as positions rise, so half of what is left can be passed over each time. */
    @Override
    public long lastBefore(Instant moment) {
        return read(() -> {
            long before = 0;
            long notBefore = server.present().end() + 1;
            while (notBefore - before > 1) {
                long middle = (before + notBefore) >>> 1;
                StoredEvent event = EventForm.event(
                        server.present().after(middle - 1, 1).getFirst().getEvent());
                if (event.recordedAt().isBefore(moment)) {
                    before = middle;
                } else {
                    notBefore = middle;
                }
            }
            return before;
        });
    }

    private static <T> T read(Supplier<T> question) {
        try {
            return question.get();
        } catch (AxonServerFault e) {
            throw new EventStoreException("the log cannot be read: " + e.getMessage(), e);
        }
    }
}
