package dev.patchbay.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.agent.AgentDeleted;
import dev.patchbay.shared.past.PastForms;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** What was stored once must be read for ever: neither a sample nor a line of payload-types.txt is ever edited, only added. */
class StoredFormTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** As the server configures it. */
    private static final Jackson3Serializer SERIALIZER = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(
                    mapper -> mapper.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                            .allowIfSubType("org.axonframework.")
                            .build()))
            .build();

    /** What is read of forms in which nobody writes any more. */
    private static final Map<PayloadType, Event> PAST =
            Map.of(new PayloadType(AgentDeleted.class.getName(), "1"), new AgentDeleted(42, List.of(), List.of()));

    static List<Class<?>> events() {
        return EventTypes.all();
    }

    static Stream<PayloadType> everStored() {
        return text("payload-types.txt").lines().map(PayloadType::of);
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_the_sample(Class<?> event) {
        SerializedObject<byte[]> stored = SERIALIZER.serialize(Samples.of(event), byte[].class);

        assertThat(JSON.readTree(stored.getData()))
                .isEqualTo(JSON.readTree(PayloadType.current(event).sample()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void names_the_type_and_revision_under_which_it_is_found_again(Class<?> event) {
        SerializedObject<byte[]> stored = SERIALIZER.serialize(Samples.of(event), byte[].class);

        assertThat(everStored())
                .contains(new PayloadType(
                        stored.getType().getName(), stored.getType().getRevision()));
    }

    @ParameterizedTest
    @MethodSource("everStored")
    void is_read_as_the_event_that_it_was(PayloadType type) {
        Object read = EventUtils.upcastAndDeserializeTrackedEvents(
                        Stream.of(type.stored()), SERIALIZER, PastForms.upcaster())
                .findFirst()
                .orElseThrow()
                .getPayload();

        assertThat(read).isEqualTo(PAST.getOrDefault(type, Samples.of(read.getClass())));
    }

    @ParameterizedTest
    @MethodSource("events")
    void says_something_of_its_own_in_every_component_of_the_sample(Class<?> event) {
        assertThat(event.getRecordComponents())
                .extracting(component -> value(component, Samples.of(event)))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_read_again_when_it_says_as_little_as_it_may(Class<?> event) {
        Event terse = tersest(event);

        assertThat(SERIALIZER.<byte[], Event>deserialize(SERIALIZER.serialize(terse, byte[].class)))
                .isEqualTo(terse);
    }

    @Test
    void keeps_the_samples_of_revisions_that_nobody_writes_any_more() {
        assertThat(everStored()).allSatisfy(type -> assertThat(type.sample()).isNotEmpty());
    }

    private static Event tersest(Class<?> event) {
        RecordComponent[] components = event.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                        ? null
                        : value(component, Samples.of(event)))
                .toArray();
        try {
            return (Event) event.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Object value(RecordComponent component, Event event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static String text(String file) {
        try (InputStream in = StoredFormTest.class.getResourceAsStream("/stored-form/" + file)) {
            assertThat(in).as("the file stored-form/" + file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name and revision under which events are in the log. */
    record PayloadType(String name, String revision) {

        static PayloadType of(String line) {
            List<String> words = Arrays.asList(line.split(" ", -1));
            return new PayloadType(words.get(0), words.get(1));
        }

        static PayloadType current(Class<?> event) {
            return new PayloadType(
                    event.getName(), event.getAnnotation(Revision.class).value());
        }

        String sample() {
            return text(name.substring(name.lastIndexOf('.') + 1) + "-" + revision + ".json");
        }

        TrackedEventData<String> stored() {
            return new TrackedDomainEventData<>(
                    new GlobalSequenceTrackingToken(1),
                    new GenericDomainEventEntry<>(
                            "Thing", "thing-1", 0, "an-event", Instant.EPOCH, name, revision, sample(), "{}"));
        }
    }
}
