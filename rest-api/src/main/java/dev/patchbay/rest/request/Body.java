package dev.patchbay.rest.request;

import dev.patchbay.rest.answer.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of a request: read once, when first asked for, and never more than the limit. */
public final class Body {
    private static final int LIMIT = 1024 * 1024;
    private static final int DEEPEST = 64;
    private static final JsonMapper READER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LIMIT)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final HttpServletRequest request;
    private final Supplier<Problem> malformed;
    private byte @Nullable [] bytes;

    public Body(HttpServletRequest request) {
        this(request, Problem::malformedJson);
    }

    Body(HttpServletRequest request, Supplier<Problem> malformed) {
        this.request = request;
        this.malformed = malformed;
    }

    /** The bytes as they came, none for no body. */
    public byte[] bytes() {
        byte[] read = bytes;
        if (read == null) {
            read = read();
            bytes = read;
        }
        return read;
    }

    /** The members of the JSON object that the body must be. */
    public Fields fields() {
        requireJson();
        return new Fields(parse(bytes()));
    }

    /** The same where a body may be left out: there is none, or it says nothing. */
    public Fields fieldsIfAny() {
        return bytes().length == 0 ? new Fields(READER.createObjectNode()) : fields();
    }

    private void requireJson() {
        String type = request.getContentType();
        if (type == null) {
            return;
        }
        try {
            MediaType media = MediaType.parseMediaType(type);
            String charset = media.getParameter("charset");
            if (!media.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    || (charset != null && !charset.equalsIgnoreCase("utf-8"))) {
                throw Problem.notJson();
            }
        } catch (InvalidMediaTypeException e) {
            throw Problem.notJson();
        }
    }

    private byte[] read() {
        if (request.getContentLengthLong() > LIMIT) {
            throw Problem.tooLarge();
        }
        byte[] read;
        try {
            read = request.getInputStream().readNBytes(LIMIT + 1);
        } catch (IOException e) {
            // Cut off, or its chunks are not chunks.
            throw malformed.get();
        }
        if (read.length > LIMIT) {
            throw Problem.tooLarge();
        }
        return read;
    }

    private static JsonNode parse(byte[] bytes) {
        String text = Utf8.decode(bytes).orElseThrow(Problem::malformedJson);
        try {
            JsonNode json = READER.readTree(text);
            if (!json.isObject()) {
                throw Problem.malformedJson();
            }
            return json;
        } catch (JacksonException e) {
            throw Problem.malformedJson();
        }
    }
}
