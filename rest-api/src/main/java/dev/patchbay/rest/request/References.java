package dev.patchbay.rest.request;

import dev.patchbay.rest.answer.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Ids of other things, as parameters of a request. */
public final class References {
    /** How many things a body may name at once. */
    public static final int MOST = 1000;

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

    private References() {}

    /** The id that a body names, or empty when it names none. */
    public static OptionalLong optional(Fields fields, String name) {
        return fields.raw(name).stream()
                .mapToLong(node -> integer(node, name + " must be an integer"))
                .findFirst();
    }

    /** The id that a body must name. */
    public static long required(Fields fields, String name) {
        return optional(fields, name).orElseThrow(() -> Problem.parameter(name + " is required"));
    }

    /** The id that a parameter of the query string holds. */
    public static long integer(String name, String text) {
        if (!INTEGER.matcher(text).matches()) {
            throw Problem.parameter(name + " must be an integer");
        }
        return Long.parseLong(text);
    }

    /** The ids that a body must list: at least one, not too many, none twice. */
    public static List<Long> list(Fields fields, String name) {
        JsonNode array = fields.raw(name).orElseThrow(() -> Problem.parameter(name + " is required"));
        String otherwise = name + " must be an array of integers";
        if (!array.isArray()) {
            throw Problem.parameter(otherwise);
        }
        if (array.isEmpty()) {
            throw Problem.parameter(name + " must name at least one operator");
        }
        if (array.size() > MOST) {
            throw Problem.parameter(name + " must name at most " + MOST + " operators");
        }
        List<Long> ids = new ArrayList<>();
        array.forEach(node -> ids.add(integer(node, otherwise)));
        if (new HashSet<>(ids).size() < ids.size()) {
            throw Problem.parameter(name + " must not contain duplicates");
        }
        return ids;
    }

    private static long integer(JsonNode node, String otherwise) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw Problem.parameter(otherwise);
        }
        return node.longValue();
    }
}
