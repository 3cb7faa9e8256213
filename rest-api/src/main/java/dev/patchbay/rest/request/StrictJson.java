package dev.patchbay.rest.request;

import dev.patchbay.rest.answer.Problem;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON that is read here: one object in UTF-8, no key twice, nothing after it. */
public final class StrictJson {
    private static final int DEEPEST = 64;
    private static final JsonMapper READER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(Body.LIMIT)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // What is answered again must be what was said, to the last digit.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private StrictJson() {}

    /**
     * The members of an object.
     *
     * @throws Problem when the bytes are anything else
     */
    public static Fields fields(byte[] bytes) {
        return new Fields(object(bytes));
    }

    static JsonNode object(byte[] bytes) {
        String text = Utf8.decode(bytes).orElseThrow(Problem::malformedJson);
        try {
            JsonNode json = READER.readTree(text);
            if (!json.isObject()) {
                throw Problem.malformedJson();
            }
            return json;
        } catch (JacksonException | NumberFormatException e) {
            // A number may have more digits than anything can hold.
            throw Problem.malformedJson();
        }
    }

    /** Whatever a text says in JSON; empty when it says nothing that is. */
    public static Optional<JsonNode> any(String text) {
        try {
            return Optional.of(READER.readTree(text));
        } catch (JacksonException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Fields nothing() {
        return new Fields(READER.createObjectNode());
    }
}
