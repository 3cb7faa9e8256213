package dev.patchbay.rest.request;

import dev.patchbay.rest.answer.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The fields of a form-encoded body, by name; a name may come with several values. */
public final class Form {
    /** In bytes: many times what carriers send, and little enough to be read for somebody who may turn out to be a stranger. */
    static final int LIMIT = 64 * 1024;

    private final SortedMap<String, SortedSet<String>> fields = new TreeMap<>();

    /** Reads the body of a request, which must be such a form of at most 64 KiB. */
    public static Form of(HttpServletRequest request) {
        requireForm(request.getContentType());
        byte[] bytes = new Body(request, Problem::malformedForm, LIMIT).bytes();
        return new Form(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** Reads a form from its bytes, each of them a character. */
    Form(String encoded) {
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                fields.computeIfAbsent(name, any -> new TreeSet<>()).add(value);
            }
        }
    }

    /** The value of a field that comes once. */
    public Optional<String> get(String name) {
        SortedSet<String> values = fields.getOrDefault(name, new TreeSet<>());
        return values.size() == 1 ? Optional.of(values.first()) : Optional.empty();
    }

    /** All fields and their values, in the order of the alphabet. */
    public SortedMap<String, SortedSet<String>> fields() {
        return fields;
    }

    private static void requireForm(@Nullable String type) {
        try {
            MediaType media = type == null ? MediaType.ALL : MediaType.parseMediaType(type);
            String charset = media.getParameter("charset");
            if (!media.equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED)
                    || (charset != null && !charset.equalsIgnoreCase("utf-8"))) {
                throw Problem.notForm();
            }
        } catch (InvalidMediaTypeException e) {
            throw Problem.notForm();
        }
    }

    private static String decode(String text) {
        try {
            byte[] bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return Utf8.decode(bytes).orElseThrow(Problem::malformedForm);
        } catch (IllegalArgumentException e) {
            throw Problem.malformedForm();
        }
    }
}
