package dev.patchbay.query.activity;

import dev.patchbay.shared.activity.ActivityField;
import dev.patchbay.shared.activity.ActivityFilter;
import dev.patchbay.shared.activity.ActivityFilter.Comparison;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A filter of the activity log as a condition of SQL; whatever a client wrote is a parameter. */
record Chosen(String condition, Map<String, Object> parameters) {

    static Chosen by(ActivityFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        return new Chosen(condition(filter, parameters), parameters);
    }

    private static String condition(ActivityFilter filter, Map<String, Object> parameters) {
        return Stream.concat(
                        filter.comparisons().stream().map(comparison -> condition(comparison, parameters)),
                        filter.groups().stream().map(group -> condition(group, parameters)))
                .reduce((one, other) -> one + (filter.any() ? " or " : " and ") + other)
                .map(all -> "(" + all + ")")
                .orElse("true");
    }

    private static String condition(Comparison comparison, Map<String, Object> parameters) {
        boolean time = comparison.field() == ActivityField.CREATED_AT;
        List<String> values = comparison.values().stream()
                .map(value -> bound(comparison.field(), value, parameters))
                .toList();
        return time ? timed(comparison, values) : plain(comparison, values);
    }

    private static String plain(Comparison comparison, List<String> values) {
        String column = column(comparison.field());
        return switch (comparison.operator()) {
            case EQUALS -> column + " = " + values.getFirst();
            case NOT_EQUALS -> column + " <> " + values.getFirst();
            case GREATER_THAN -> column + " > " + values.getFirst();
            case LESS_THAN -> column + " < " + values.getFirst();
            case SET -> column + " is not null";
            case NOT_SET -> column + " is null";
            case IN -> column + " in (" + String.join(", ", values) + ")";
            case BETWEEN ->
                "(" + column + " >= " + values.getFirst() + " and " + column + " <= " + values.getLast() + ")";
            case CONTAINS -> "instr(lower(" + column + "), lower(" + values.getFirst() + ")) > 0";
            case NOT_CONTAINS -> "instr(lower(" + column + "), lower(" + values.getFirst() + ")) = 0";
        };
    }

    /** Each time is two values: its beginning and that of what comes after it. */
    private static String timed(Comparison comparison, List<String> values) {
        return switch (comparison.operator()) {
            case SET -> "true";
            case NOT_SET -> "false";
            case EQUALS, BETWEEN -> within(values.getFirst(), values.getLast());
            case NOT_EQUALS -> "not " + within(values.getFirst(), values.getLast());
            case GREATER_THAN -> "at >= " + values.getLast();
            case LESS_THAN -> "at < " + values.getFirst();
            case IN ->
                IntStream.range(0, values.size() / 2)
                        .mapToObj(each -> within(values.get(2 * each), values.get(2 * each + 1)))
                        .collect(Collectors.joining(" or ", "(", ")"));
            case CONTAINS, NOT_CONTAINS -> throw new IllegalArgumentException("a time contains nothing");
        };
    }

    private static String within(String from, String until) {
        return "(at >= " + from + " and at < " + until + ")";
    }

    private static String bound(ActivityField field, String value, Map<String, Object> parameters) {
        String name = "value" + parameters.size();
        boolean number = field == ActivityField.CREATED_AT || field == ActivityField.ACTOR_ID;
        parameters.put(name, number ? Long.valueOf(value) : value);
        return ":" + name;
    }

    private static String column(ActivityField field) {
        return switch (field) {
            case ACTIVITY_TYPE -> "type";
            case ACTOR_ID -> "actor_id";
            case IP -> "ip";
            case CREATED_AT -> "at";
        };
    }
}
