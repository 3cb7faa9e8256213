package dev.patchbay.server.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event in its stored form, payload and metadata as JSON; its position is given by the log. */
public record StoredEvent(
        String stream,
        long sequence,
        String aggregateType,
        String eventId,
        Instant recordedAt,
        String payloadType,
        @Nullable String payloadRevision,
        String payload,
        String metadata) {

    /** The same, recorded at a time. */
    public StoredEvent at(Instant time) {
        return new StoredEvent(
                stream, sequence, aggregateType, eventId, time, payloadType, payloadRevision, payload, metadata);
    }
}
