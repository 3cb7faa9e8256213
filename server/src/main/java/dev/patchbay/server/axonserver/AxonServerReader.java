package dev.patchbay.server.axonserver;

import dev.patchbay.server.log.LogReader;
import dev.patchbay.server.log.PlacedEvent;
import dev.patchbay.server.log.StoredEvent;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Reads a log that is in Axon Server. */
final class AxonServerReader implements LogReader {

    private final AxonServer server;
    private final LongSupplier known;

    /** @param known a position that the log has reached for certain, so that its end need not be asked for */
    AxonServerReader(AxonServer server, LongSupplier known) {
        this.server = server;
        this.known = known;
    }

    @Override
    public List<PlacedEvent> after(long position, int most) {
        return read(() -> {
            AxonServer present = server.present();
            long end = known.getAsLong();
            if (end <= position) {
                end = present.end();
            }
            int count = (int) Math.min(most, end - position);
            return count <= 0
                    ? List.of()
                    : present.after(position, count).stream()
                            .map(EventForm::placed)
                            .toList();
        });
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
