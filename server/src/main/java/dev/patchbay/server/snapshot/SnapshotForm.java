package dev.patchbay.server.snapshot;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.util.LinkedHashSet;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** How the state of an aggregate is written down: all its fields, whatever their names, and nothing else. */
final class SnapshotForm {

    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultVisibility(seen -> seen.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule().addAbstractTypeMapping(Set.class, LinkedHashSet.class))
            .build();

    /** Fails when the form does not say all that there is to say. */
    Snapshot written(DomainEventMessage<?> snapshot) {
        Object aggregate = snapshot.getPayload();
        String state = mapper.writeValueAsString(aggregate);
        Object copy = mapper.readValue(state, aggregate.getClass());
        if (!mapper.writeValueAsString(copy).equals(state)) {
            throw new IllegalStateException(aggregate.getClass() + " is not what it was when it is read again");
        }
        return new Snapshot(
                snapshot.getAggregateIdentifier(),
                snapshot.getSequenceNumber(),
                snapshot.getIdentifier(),
                aggregate.getClass(),
                state);
    }

    /** With a new aggregate each time, so that what one decision does to it no other one sees. */
    DomainEventMessage<?> read(Snapshot snapshot) {
        return new GenericDomainEventMessage<Object>(
                snapshot.aggregate().getSimpleName(),
                snapshot.stream(),
                snapshot.sequence(),
                mapper.readValue(snapshot.state(), snapshot.aggregate()),
                MetaData.emptyInstance(),
                snapshot.eventId(),
                GenericEventMessage.clock.instant());
    }
}
