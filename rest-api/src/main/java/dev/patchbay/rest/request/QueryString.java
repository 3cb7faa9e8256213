package dev.patchbay.rest.request;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.shared.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters in the address; the first counts when one comes twice. Never looks into the body. */
public final class QueryString {
    private static final int DEFAULT_SIZE = 20;
    private static final int LARGEST_SIZE = 100;
    private static final Pattern POSITIVE = Pattern.compile("[1-9][0-9]*");

    private final Map<String, String> parameters = new HashMap<>();

    public QueryString(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                parameters.putIfAbsent(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** The part of a list that is asked for, or null for the whole. */
    public @Nullable Page page() {
        if (!parameters.containsKey("page") && !parameters.containsKey("per_page")) {
            return null;
        }
        return new Page(positive("page", 1, Integer.MAX_VALUE), pageSize());
    }

    /** How many entries one answer may have. */
    public int pageSize() {
        return positive("per_page", DEFAULT_SIZE, LARGEST_SIZE);
    }

    private int positive(String name, int otherwise, int atMost) {
        String text = parameters.get(name);
        if (text == null) {
            return otherwise;
        }
        if (!POSITIVE.matcher(text).matches()) {
            throw Problem.parameter(name + " must be a positive integer");
        }
        return new BigInteger(text).min(BigInteger.valueOf(atMost)).intValueExact();
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
