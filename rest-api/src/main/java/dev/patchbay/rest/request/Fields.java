package dev.patchbay.rest.request;

import dev.patchbay.rest.answer.Complaint;
import dev.patchbay.rest.answer.Problem;
import dev.patchbay.shared.text.InvalidText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The members of a JSON object as typed values. What is wrong with them is collected, one message for each member in the order
 * in which they are read, until {@link #check}.
 */
public final class Fields {
    private static final String BLANK = "can't be blank";

    private final JsonNode object;
    private final String owner;
    private final List<Complaint> complaints = new ArrayList<>();

    Fields(JsonNode object) {
        this(object, "");
    }

    private Fields(JsonNode object, String owner) {
        this.object = object;
        this.owner = owner;
    }

    /**
     * Ends the reading.
     *
     * @throws Problem that lists what is wrong, if anything
     */
    public void check() {
        check(all -> Problem.invalid(all.stream().map(Complaint::sentence).toList()));
    }

    /**
     * Ends the reading.
     *
     * @param wording how to say what is wrong, if anything is
     */
    public void check(Function<List<Complaint>, Problem> wording) {
        if (!complaints.isEmpty()) {
            throw wording.apply(complaints);
        }
    }

    /** Adds what only the caller can tell about a member. */
    public <T> Field<T> wrong(String name, String message) {
        complaints.add(new Complaint(owner + name, message));
        return Field.absent();
    }

    /** Whether the member is missing, null or an empty text. */
    public boolean isBlank(String name) {
        return raw(name)
                .filter(node -> !node.isString() || !node.stringValue().isBlank())
                .isEmpty();
    }

    /** A text that is needed before its turn; empty when it is not there, or not what it must be. */
    public <T> Optional<T> glimpse(String name, Parser<T> parser) {
        return Optional.ofNullable(new Fields(object).nullableText(name, parser).value());
    }

    /** The member as it is, when it is there and not null. */
    public Optional<JsonNode> raw(String name) {
        return object.optional(name).filter(node -> !node.isNull());
    }

    /** Whether the object has the member, also when it is null. */
    public boolean has(String name) {
        return object.has(name);
    }

    /** A text that must be there. */
    public <T> Field<T> requiredText(String name, Parser<T> parser) {
        return object.has(name) ? text(name, parser) : wrong(name, BLANK);
    }

    /** A text that may be left out, but not be null. */
    public <T> Field<T> text(String name, Parser<T> parser) {
        return read(name, node -> node.isNull() ? wrong(name, BLANK) : parse(name, node, parser));
    }

    /** A text that may be left out or be null. */
    public <T> Field<T> nullableText(String name, Parser<T> parser) {
        return read(name, node -> node.isNull() ? Field.of(null) : parse(name, node, parser));
    }

    /** An object of any members, as JSON in so many bytes at most, that may be left out or be null. */
    public Field<String> nullableJson(String name, int mostBytes) {
        return read(name, node -> {
            if (node.isNull()) {
                return Field.of(null);
            }
            String json = node.toString();
            if (!node.isObject() || !StandardCharsets.UTF_8.newEncoder().canEncode(json)) {
                return wrong(name, "must be an object");
            }
            if (json.getBytes(StandardCharsets.UTF_8).length > mostBytes) {
                return wrong(name, "is too long (maximum is " + mostBytes + " bytes)");
            }
            return Field.of(json);
        });
    }

    /** A list of texts that may be left out, but not be null. */
    public Field<List<String>> texts(String name, int most) {
        return read(name, array -> {
            if (!array.isArray() || !array.valueStream().allMatch(JsonNode::isString)) {
                return wrong(name, "must be an array of strings");
            }
            if (array.size() > most) {
                return wrong(name, "must have at most " + most + " entries");
            }
            return Field.of(array.valueStream().map(JsonNode::stringValue).toList());
        });
    }

    /** A truth value that may be left out, but not be null. */
    public Field<Boolean> flag(String name) {
        return read(
                name, node -> node.isBoolean() ? Field.of(node.booleanValue()) : wrong(name, "must be true or false"));
    }

    /** A whole number between two limits that must be there. */
    public Field<Long> requiredInteger(String name, long from, long to) {
        return object.has(name) ? integer(name, from, to) : wrong(name, BLANK);
    }

    /** A whole number between two limits that may be left out, but not be null. */
    public Field<Long> integer(String name, long from, long to) {
        return read(name, node -> node.isNull() ? wrong(name, BLANK) : integer(name, node, from, to));
    }

    /** A whole number between two limits, or null. */
    public Field<Long> nullableInteger(String name, long from, long to) {
        return read(name, node -> node.isNull() ? Field.of(null) : integer(name, node, from, to));
    }

    /** A number between two limits, or null. */
    public Field<Double> nullableNumber(String name, double from, double to) {
        return read(name, node -> {
            if (node.isNull()) {
                return Field.of(null);
            }
            if (!node.isNumber()) {
                return wrong(name, "must be a number");
            }
            double number = node.asDouble(Double.NaN);
            if (!(number >= from && number <= to)) {
                return wrong(name, "must be between " + (long) from + " and " + (long) to);
            }
            return Field.of(number + 0.0);
        });
    }

    private Field<Long> integer(String name, JsonNode node, long from, long to) {
        if (!node.isIntegralNumber()) {
            return wrong(name, "must be an integer");
        }
        if (!node.canConvertToLong() || node.longValue() < from || node.longValue() > to) {
            return wrong(name, outside(from, to));
        }
        return Field.of(node.longValue());
    }

    /** An object that may be left out, but not be null; of all that is wrong with it the first counts. */
    public <T> Field<T> object(String name, Function<Fields, Field<T>> reading) {
        return read(name, node -> node.isObject() ? member(name, node, reading) : wrong(name, "must be an object"));
    }

    /** A list of objects that may be left out, but not be null; of all that is wrong with it the first counts. */
    public <T> Field<List<T>> objects(String name, int most, Function<Fields, Field<T>> reading) {
        return read(name, array -> {
            if (!array.isArray() || !array.valueStream().allMatch(JsonNode::isObject)) {
                return wrong(name, "must be an array of objects");
            }
            if (array.size() > most) {
                return wrong(name, "must have at most " + most + " entries");
            }
            List<T> entries = new ArrayList<>();
            for (JsonNode node : array) {
                Field<T> entry = member(name, node, reading);
                if (!entry.isValue()) {
                    return Field.absent();
                }
                entries.add(entry.get());
            }
            return Field.of(entries);
        });
    }

    private <T> Field<T> member(String name, JsonNode node, Function<Fields, Field<T>> reading) {
        Fields fields = new Fields(node, owner + name + " ");
        Field<T> member = reading.apply(fields);
        if (fields.complaints.isEmpty()) {
            return member;
        }
        complaints.add(fields.complaints.getFirst());
        return Field.absent();
    }

    private <T> Field<T> read(String name, Function<JsonNode, Field<T>> reading) {
        return object.optional(name).map(reading).orElseGet(Field::absent);
    }

    private <T> Field<T> parse(String name, JsonNode node, Parser<T> parser) {
        if (!node.isString()) {
            return wrong(name, "must be a string");
        }
        try {
            return Field.of(parser.parse(node.stringValue()));
        } catch (InvalidText e) {
            return wrong(name, String.valueOf(e.getMessage()));
        }
    }

    private static String outside(long from, long to) {
        return to == Long.MAX_VALUE
                ? "must be greater than or equal to " + from
                : "must be between " + from + " and " + to;
    }
}
