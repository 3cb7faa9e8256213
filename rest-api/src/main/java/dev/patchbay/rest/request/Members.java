package dev.patchbay.rest.request;

import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.shared.text.InvalidText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members of a body that may be JSON or a form. A member that is null is as good as none; the first one that is not what it
 * must be ends the reading.
 */
public final class Members {
    private static final int MOST_TEXTS = 1000;
    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "false", false, "1", true, "0", false);

    private final JsonNode object;
    private final boolean form;

    private Members(JsonNode object, boolean form) {
        this.object = object;
        this.form = form;
    }

    static Members of(JsonNode object) {
        return new Members(object, false);
    }

    static Members of(Form form) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        form.fields().forEach((name, values) -> put(object, name, values));
        return new Members(object, true);
    }

    private static void put(ObjectNode object, String name, SortedSet<String> values) {
        if (values.size() == 1) {
            object.put(name, values.first());
        } else {
            values.forEach(object.withArray("/" + name.replace("~", "~0").replace("/", "~1"))::add);
        }
    }

    /** Whether the body has the member, and it is not null. */
    public boolean has(String name) {
        return raw(name).isPresent();
    }

    /** The member as it is, when it is there and not null. */
    public Optional<JsonNode> raw(String name) {
        return object.optional(name).filter(node -> !node.isNull());
    }

    public Optional<String> text(String name) {
        return raw(name).map(node -> {
            if (!node.isString()) {
                throw Envelope.invalid(name);
            }
            return node.stringValue();
        });
    }

    /** A text that is not blank, read as a value; a blank one is as good as none. */
    public <T> Optional<T> text(String name, Parser<T> parser) {
        return text(name).filter(text -> !text.isBlank()).map(text -> {
            try {
                return parser.parse(text);
            } catch (InvalidText e) {
                throw Envelope.problem(400, "Invalid `" + name + "`: " + e.getMessage());
            }
        });
    }

    public Optional<Boolean> flag(String name) {
        return raw(name).map(node -> {
            if (node.isBoolean()) {
                return node.booleanValue();
            }
            Boolean meant = form ? FLAGS.get(node.asString("")) : null;
            if (meant == null) {
                throw Envelope.invalid(name);
            }
            return meant;
        });
    }

    /** A whole number between two limits. */
    public OptionalLong integer(String name, long from, long to) {
        return raw(name).stream()
                .mapToLong(node -> {
                    long number = integer(name, node);
                    if (number < from || number > to) {
                        throw Envelope.invalid(name);
                    }
                    return number;
                })
                .findFirst();
    }

    /** A list of texts; a form says a name several times. */
    public Optional<List<String>> texts(String name) {
        return raw(name).map(node -> {
            if (form && node.isString()) {
                return List.of(node.stringValue());
            }
            if (!node.isArray()
                    || node.size() > MOST_TEXTS
                    || !node.valueStream().allMatch(JsonNode::isString)) {
                throw Envelope.invalid(name);
            }
            List<String> texts = new ArrayList<>();
            node.forEach(each -> texts.add(each.stringValue()));
            return texts;
        });
    }

    private long integer(String name, JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        if (form && node.asString("").matches("-?[0-9]{1,18}")) {
            return Long.parseLong(node.asString());
        }
        throw Envelope.invalid(name);
    }
}
