package dev.patchbay.rest.request;

import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.rest.answer.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The body of a request: read once, when first asked for, and never more than the limit. */
public final class Body {
    static final int LIMIT = 1024 * 1024;

    private final HttpServletRequest request;
    private final Supplier<Problem> malformed;
    private final int limit;
    private byte @Nullable [] bytes;

    public Body(HttpServletRequest request) {
        this(request, Problem::malformedJson, LIMIT);
    }

    Body(HttpServletRequest request, Supplier<Problem> malformed, int limit) {
        this.request = request;
        this.malformed = malformed;
        this.limit = limit;
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
        return StrictJson.fields(bytes());
    }

    /** The same where a body may be left out: there is none, or it says nothing. */
    public Fields fieldsIfAny() {
        return bytes().length == 0 ? StrictJson.nothing() : fields();
    }

    /** The members of the body: JSON where its type says so, else a form. */
    public Members members() {
        String type = request.getContentType();
        boolean json = type != null && type.toLowerCase(Locale.ROOT).contains("json");
        try {
            return json
                    ? Members.of(StrictJson.object(bytes()))
                    : Members.of(new Form(new String(bytes(), StandardCharsets.ISO_8859_1)));
        } catch (Problem unreadable) {
            throw unreadable.reply().status() == 400 ? Envelope.problem(400, "Error parsing request") : unreadable;
        }
    }

    private void requireJson() {
        requireType(request, MediaType.APPLICATION_JSON, Problem::notJson);
    }

    /** A request that does not say what its body is, means what it must be. */
    static void requireType(HttpServletRequest request, MediaType wanted, Supplier<Problem> otherwise) {
        String type = request.getContentType();
        if (type == null) {
            return;
        }
        try {
            MediaType media = MediaType.parseMediaType(type);
            String charset = media.getParameter("charset");
            if (!media.equalsTypeAndSubtype(wanted) || (charset != null && !charset.equalsIgnoreCase("utf-8"))) {
                throw otherwise.get();
            }
        } catch (InvalidMediaTypeException e) {
            throw otherwise.get();
        }
    }

    private byte[] read() {
        if (request.getContentLengthLong() > limit) {
            throw Problem.tooLarge();
        }
        byte[] read;
        try {
            read = request.getInputStream().readNBytes(limit + 1);
        } catch (IOException e) {
            // Cut off, or its chunks are not chunks.
            throw malformed.get();
        }
        if (read.length > limit) {
            throw Problem.tooLarge();
        }
        return read;
    }
}
