package dev.patchbay.server.axonserver;

import com.google.protobuf.ByteString;
import dev.patchbay.server.log.Micros;
import dev.patchbay.server.log.PlacedEvent;
import dev.patchbay.server.log.StoredEvent;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** How an event lies in Axon Server, so that every character and every microsecond of it comes back. */
final class EventForm {

    /** The metadata as one text: entries of their own would come back in another order. */
    private static final String METADATA = "patchbay_metadata";
    /** Axon Server's own time is in milliseconds. */
    private static final String RECORDED_AT = "patchbay_recorded_at";

    private EventForm() {}

    /**
     * An event as it is stored.
     *
     * @throws IllegalArgumentException when it would not come back as it is
     */
    static Event of(StoredEvent event) {
        if ("".equals(event.payloadRevision())) {
            throw new IllegalArgumentException("a revision that is there must not be empty");
        }
        return Event.newBuilder()
                .setMessageIdentifier(event.eventId())
                .setAggregateIdentifier(event.stream())
                .setAggregateSequenceNumber(event.sequence())
                .setAggregateType(event.aggregateType())
                .setTimestamp(event.recordedAt().toEpochMilli())
                .setPayload(SerializedObject.newBuilder()
                        .setType(event.payloadType())
                        .setRevision(event.payloadRevision() == null ? "" : event.payloadRevision())
                        .setData(bytes(event.payload())))
                .putMetaData(
                        METADATA,
                        MetaDataValue.newBuilder()
                                .setTextValueBytes(bytes(event.metadata()))
                                .build())
                .putMetaData(
                        RECORDED_AT,
                        MetaDataValue.newBuilder()
                                .setNumberValue(Micros.of(event.recordedAt()))
                                .build())
                .build();
    }

    static PlacedEvent placed(EventWithToken stored) {
        return new PlacedEvent(stored.getToken() + 1, event(stored.getEvent()));
    }

    /**
     * A stored event as it was.
     *
     * @throws AxonServerFault when it is not one of Patchbay's
     */
    static StoredEvent event(Event stored) {
        Map<String, MetaDataValue> entries = stored.getMetaDataMap();
        MetaDataValue metadata = entries.get(METADATA);
        MetaDataValue recordedAt = entries.get(RECORDED_AT);
        if (metadata == null || recordedAt == null) {
            throw new AxonServerFault(
                    "the event " + stored.getMessageIdentifier() + " in Axon Server was not recorded by Patchbay",
                    null);
        }
        String revision = stored.getPayload().getRevision();
        return new StoredEvent(
                stored.getAggregateIdentifier(),
                stored.getAggregateSequenceNumber(),
                stored.getAggregateType(),
                stored.getMessageIdentifier(),
                Micros.toInstant(recordedAt.getNumberValue()),
                stored.getPayload().getType(),
                revision.isEmpty() ? null : revision,
                stored.getPayload().getData().toStringUtf8(),
                metadata.getTextValue());
    }

    private static ByteString bytes(String text) {
        try {
            return ByteString.copyFrom(StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text)));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a text has half a character, which cannot be stored", e);
        }
    }
}
