package dev.patchbay.server.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The members of a body as the contract wants them read; what is wrong with them is collected. */
final class Body {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> LANGUAGES = Set.of("en", "lt", "de");

    private final JsonNode json;
    private final List<String> errors = new ArrayList<>();

    private Body(JsonNode json) {
        this.json = json;
    }

    static Body of(Request request) {
        if (request.body() != null && !request.contentType().equals("application/json")) {
            throw Answer.Refused.because(415, "Content-Type must be application/json");
        }
        try {
            JsonNode json = JSON.readTree(request.body() == null ? "" : request.body());
            if (json.isObject()) {
                return new Body(json);
            }
        } catch (JacksonException e) {
            // Answered like everything else that is not an object.
        }
        throw Answer.Refused.because(400, "Malformed JSON");
    }

    void check() {
        if (!errors.isEmpty()) {
            throw new Answer.Refused(Answer.of(422, Shapes.object("errors", errors)));
        }
    }

    boolean has(String name) {
        return json.has(name);
    }

    /** The member, or null when it is missing or null. */
    @Nullable
    JsonNode raw(String name) {
        JsonNode node = json.get(name);
        return node == null || node.isNull() ? null : node;
    }

    void wrong(String name, String message) {
        String words = name.replace('_', ' ');
        errors.add(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + " " + message);
    }

    /** A text that must be there in a new thing, and may never be null. */
    @Nullable
    String text(String name, boolean required, UnaryOperator<@Nullable String> reading) {
        if (raw(name) == null && (required || has(name))) {
            wrong(name, "can't be blank");
            return null;
        }
        return optionalText(name, reading);
    }

    /** A text that may be null; the reading answers the value, or a message that begins with an exclamation mark. */
    @Nullable
    String optionalText(String name, UnaryOperator<@Nullable String> reading) {
        JsonNode node = raw(name);
        if (node == null) {
            return null;
        }
        if (!node.isString()) {
            wrong(name, "must be a string");
            return null;
        }
        String read = String.valueOf(reading.apply(node.stringValue()));
        if (read.startsWith("!")) {
            wrong(name, read.substring(1));
            return null;
        }
        return read;
    }

    @Nullable
    Boolean flag(String name) {
        JsonNode node = json.get(name);
        if (node == null || node.isBoolean()) {
            return node == null ? null : Boolean.valueOf(node.booleanValue());
        }
        wrong(name, "must be true or false");
        return null;
    }

    @Nullable
    Long integer(String name, long from, long to, String outside) {
        JsonNode node = raw(name);
        if (node == null) {
            return null;
        }
        if (!node.isIntegralNumber()) {
            wrong(name, "must be an integer");
        } else if (node.longValue() < from || node.longValue() > to) {
            wrong(name, outside);
        } else {
            return node.longValue();
        }
        return null;
    }

    /** The id of something else, or null when none is named. */
    @Nullable
    Long reference(String name) {
        JsonNode node = raw(name);
        return node == null ? null : Long.valueOf(id(node, name + " must be an integer"));
    }

    static long id(JsonNode node, String otherwise) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw Answer.Refused.because(422, otherwise);
        }
        return node.longValue();
    }

    /** What a body says about a project; members that it does not have are not there. */
    Map<String, @Nullable Object> project(boolean isNew) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        say(said, "name", text("name", isNew, Body::name));
        say(said, "language", text("language", isNew, Body::language));
        say(said, "description", optionalText("description", Body::prose));
        say(said, "industry", optionalText("industry", Body::prose));
        say(said, "goal_language", optionalText("goal_language", Body::language));
        say(said, "summary_language", optionalText("summary_language", Body::language));
        String seconds = "long_pause_threshold_seconds";
        say(said, seconds, integer(seconds, 1, 86400, "must be between 1 and 86400"));
        say(said, "transcription_hints", optionalText("transcription_hints", Body::prose));
        say(said, "retention_days", integer("retention_days", 1, 36500, "must be between 1 and 36500"));
        say(said, "quality_baseline_enabled", flag("quality_baseline_enabled"));
        say(said, "quality_baseline_pct", percentage());
        check();
        return said;
    }

    private void say(Map<String, @Nullable Object> said, String name, @Nullable Object value) {
        if (has(name)) {
            said.put(name, value);
        }
    }

    private @Nullable Double percentage() {
        JsonNode node = raw("quality_baseline_pct");
        if (node == null) {
            return null;
        }
        if (!node.isNumber()) {
            wrong("quality_baseline_pct", "must be a number");
        } else if (node.asDouble() > 100) {
            wrong("quality_baseline_pct", "must be between 0 and 100");
        } else {
            return node.asDouble();
        }
        return null;
    }

    static String name(@Nullable String text) {
        String name = String.valueOf(text).strip();
        if (name.isEmpty()) {
            return "!can't be blank";
        }
        if (name.indexOf('\u0007') >= 0) {
            return "!contains characters that are not allowed";
        }
        return name.length() > 255 ? "!is too long (maximum is 255 characters)" : name;
    }

    static String email(@Nullable String text) {
        String address = String.valueOf(text).strip();
        return address.matches("[a-z.]+@example\\.com") ? address : "!is invalid";
    }

    private static String prose(@Nullable String text) {
        String prose = String.valueOf(text);
        return prose.indexOf('\0') >= 0 ? "!contains characters that are not allowed" : prose;
    }

    private static String language(@Nullable String text) {
        String language = String.valueOf(text).strip();
        if (language.isEmpty()) {
            return "!can't be blank";
        }
        return LANGUAGES.contains(language) ? language : "!is invalid";
    }

    /** The kinds of telephone numbers that the samples have. */
    static UnaryOperator<@Nullable String> phone(String region) {
        return text -> {
            String written = String.valueOf(text).replaceAll("[ ()-]", "");
            if (written.isEmpty()) {
                return "!can't be blank";
            }
            if (written.matches("\\+1555[0-9]{7}|\\+44208[0-9]{7}")) {
                return written;
            }
            if (written.matches("555[0-9]{7}")) {
                // American fiction, but a corporate number in the United Kingdom.
                return (region.equals("GB") ? "+44" : "+1") + written;
            }
            return written.matches("0208[0-9]{7}") && region.equals("GB")
                    ? "+44" + written.substring(1)
                    : "!is invalid";
        };
    }
}
