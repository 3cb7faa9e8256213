package dev.patchbay.rest.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.patchbay.shared.audit.JsonText;
import dev.patchbay.shared.routing.RouteView;
import dev.patchbay.shared.virtualnumber.FallbackView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * The documented JSON: snake_case in the order of record components, whole seconds in UTC, nulls included; only fallbacks have
 * just what belongs to their type.
 */
public final class Json {
    private static final JsonMapper WRITER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .addMixIn(FallbackView.class, OnlyWhatIsThere.class)
            .addMixIn(RouteView.Fallback.class, OnlyWhatIsThere.class)
            .addMixIn(JsonText.class, AsItIs.class)
            .addModule(new SimpleModule().addSerializer(Instant.class, new WholeSeconds()))
            .build();

    private Json() {}

    public static String write(Object value) {
        return WRITER.writeValueAsString(value);
    }

    /** A thing with one more member. */
    public static ObjectNode with(Object thing, String member, Object value) {
        ObjectNode object = (ObjectNode) WRITER.<JsonNode>valueToTree(thing);
        return object.set(member, WRITER.<JsonNode>valueToTree(value));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private interface OnlyWhatIsThere {}

    private interface AsItIs {
        @JsonValue
        @JsonRawValue
        String text();
    }

    private static final class WholeSeconds extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant instant, JsonGenerator generator, SerializationContext context) {
            generator.writeString(instant.truncatedTo(ChronoUnit.SECONDS).toString());
        }
    }
}
