package dev.patchbay.server.axonserver;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Command;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.Unanswerable;
import dev.patchbay.shared.audit.FieldChange;
import dev.patchbay.shared.audit.JsonText;
import dev.patchbay.shared.call.CallChange;
import dev.patchbay.shared.virtualnumber.Fallback;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.util.RawValue;

/**
 * The form of commands, queries and answers between processes: JSON. What is one of several says which; what an answer holds does not
 * say what it is, for the query knows that was asked.
 */
final class Wire {

    /** The types of which a message only says that it has one of them. */
    static final List<Class<?>> ONE_OF_SEVERAL = List.of(Command.class, Fallback.class, CallChange.class);

    /** What is around an answer in a message. */
    private static final long ENVELOPE = DataSize.ofKilobytes(64).toBytes();

    /** Marks what is JSON by itself, where anything may be. */
    private static final String JSON = "@json";

    private final Jackson3Serializer serializer = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(Wire::configure)
            .build();

    private final long longestAnswer;

    /** @param largestMessage what Axon Server takes */
    Wire(DataSize largestMessage) {
        this.longestAnswer = largestMessage.toBytes() - ENVELOPE;
    }

    private static void configure(JsonMapper.Builder mapper) {
        mapper.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("dev.patchbay.shared.")
                .build());
        ONE_OF_SEVERAL.forEach(type -> mapper.addMixIn(type, Named.class));
        mapper.addMixIn(FieldChange.class, Values.class);
        mapper.addMixIn(JsonText.class, Marked.class);
        // No number is rounded on its way.
        mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_LONG_FOR_INTS);
        mapper.addModule(new SimpleModule("answers").addDeserializer(Answer.class, new UntypedAnswer()));
    }

    Serializer serializer() {
        return serializer;
    }

    /**
     * An answer as it goes out.
     *
     * @throws Unanswerable when it is larger than a message may be: who sent it all the same would be cut off
     */
    Answer<?> written(Answer<?> answer) {
        String view = serializer.getObjectMapper().writeValueAsString(answer.view());
        if (view.length() > longestAnswer / 3 && view.getBytes(StandardCharsets.UTF_8).length > longestAnswer) {
            throw new Unanswerable("This is more than can be answered at once, please ask for a part of it");
        }
        return new Answer<>(new RawValue(view), answer.version(), answer.position());
    }

    /** An answer as it came, with the view that the query asks for. */
    Answer<?> read(Object query, Answer<?> answer) {
        if (!(answer.view() instanceof JsonNode view)) {
            return answer;
        }
        ObjectMapper mapper = serializer.getObjectMapper();
        JavaType wanted = mapper.constructType(query.getClass())
                .findSuperType(Query.class)
                .containedType(0);
        return new Answer<Object>(mapper.treeToValue(view, wanted), answer.version(), answer.position());
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    private interface Named {}

    private interface Marked {
        @JsonProperty(JSON)
        String text();
    }

    interface Values {
        @JsonDeserialize(using = Value.class)
        @Nullable
        Object before();

        @JsonDeserialize(using = Value.class)
        @Nullable
        Object after();
    }

    /** The value of a field, as it was read from the views. */
    private static final class Value extends StdDeserializer<Object> {

        Value() {
            super(Object.class);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
            return value(context.readTree(parser));
        }

        private static @Nullable Object value(JsonNode node) {
            if (node.isObject()) {
                return node.size() == 1 && node.has(JSON)
                        ? new JsonText(node.get(JSON).asString())
                        : map(node);
            }
            if (node.isArray()) {
                return node.valueStream().map(Value::value).toList();
            }
            if (node.isNumber()) {
                return node.isIntegralNumber() ? (Object) node.asLong() : node.asDouble();
            }
            return node.isBoolean() ? (Object) node.asBoolean() : node.asString();
        }

        private static Map<String, @Nullable Object> map(JsonNode node) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            node.properties().forEach(member -> map.put(member.getKey(), value(member.getValue())));
            return map;
        }
    }

    private static final class UntypedAnswer extends StdDeserializer<Answer<?>> {

        UntypedAnswer() {
            super(Answer.class);
        }

        @Override
        public Answer<?> deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode tree = context.readTree(parser);
            JsonNode view = tree.get("view");
            return new Answer<Object>(
                    view == null || view.isNull() ? null : view,
                    tree.get("version").asLong(),
                    tree.get("position").asLong());
        }
    }
}
