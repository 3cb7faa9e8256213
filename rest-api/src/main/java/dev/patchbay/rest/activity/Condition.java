package dev.patchbay.rest.activity;

import dev.patchbay.rest.request.StrictJson;
import dev.patchbay.shared.activity.ActivityField;
import dev.patchbay.shared.activity.ActivityFilter.Comparison;
import dev.patchbay.shared.activity.ActivityFilter.Operator;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One condition of a filter; its values are texts, whatever its field is. */
final class Condition {
    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry("equals", Operator.EQUALS),
            Map.entry("not equals", Operator.NOT_EQUALS),
            Map.entry("greater than", Operator.GREATER_THAN),
            Map.entry("less than", Operator.LESS_THAN),
            Map.entry("set", Operator.SET),
            Map.entry("not set", Operator.NOT_SET),
            Map.entry("in", Operator.IN),
            Map.entry("between", Operator.BETWEEN),
            Map.entry("contains", Operator.CONTAINS),
            Map.entry("ilike", Operator.CONTAINS),
            Map.entry("not contains", Operator.NOT_CONTAINS));
    private static final int MOST_VALUES = 100;

    private Condition() {}

    static Comparison of(JsonNode rule) {
        Operator operator = OPERATORS.get(rule.path("operator").asString(""));
        ActivityField field = ActivityField.of(rule.path("field").asString("")).orElseThrow(Filters::invalid);
        if (operator == null || !rule.path("model").asString("").equals("activity_logs")) {
            throw Filters.invalid();
        }
        List<String> values = values(operator, rule.path("value"));
        return new Comparison(
                field,
                operator,
                switch (field) {
                    case ACTIVITY_TYPE, IP -> values;
                    case ACTOR_ID -> numbers(operator, values);
                    case CREATED_AT -> times(operator, values);
                });
    }

    private static List<String> values(Operator operator, JsonNode value) {
        if (operator == Operator.SET || operator == Operator.NOT_SET) {
            return List.of();
        }
        if (!value.isString()) {
            throw Filters.invalid();
        }
        return switch (operator) {
            case IN -> several(value.stringValue());
            case BETWEEN -> both(value.stringValue());
            default -> List.of(value.stringValue());
        };
    }

    private static List<String> several(String text) {
        JsonNode array = StrictJson.any(text).orElseThrow(Filters::invalid);
        if (!array.isArray()
                || array.isEmpty()
                || array.size() > MOST_VALUES
                || !array.valueStream().allMatch(JsonNode::isString)) {
            throw Filters.invalid();
        }
        List<String> values = new ArrayList<>();
        array.forEach(each -> values.add(each.stringValue()));
        return values;
    }

    private static List<String> both(String text) {
        List<String> values = Stream.of(text.split(",", -1)).map(String::strip).toList();
        if (values.size() != 2) {
            throw Filters.invalid();
        }
        return values;
    }

    private static List<String> numbers(Operator operator, List<String> values) {
        if (isAboutParts(operator) || !values.stream().allMatch(value -> value.matches("-?[0-9]{1,18}"))) {
            throw Filters.invalid();
        }
        return values;
    }

    /** Each time as the milliseconds of its beginning and of what comes after; of two the beginning and the end count. */
    private static List<String> times(Operator operator, List<String> values) {
        if (isAboutParts(operator)) {
            throw Filters.invalid();
        }
        List<String> limits =
                values.stream().flatMap(Condition::limits).map(String::valueOf).toList();
        return operator == Operator.BETWEEN ? List.of(limits.getFirst(), limits.getLast()) : limits;
    }

    /** A date is a whole day, a time a whole second: more is not answered. */
    private static Stream<Long> limits(String text) {
        try {
            boolean date = text.indexOf('T') < 0;
            Instant from = date
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            Duration length = date ? Duration.ofDays(1) : Duration.ofSeconds(1);
            return Stream.of(from.toEpochMilli(), from.plus(length).toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            throw Filters.invalid();
        }
    }

    private static boolean isAboutParts(Operator operator) {
        return operator == Operator.CONTAINS || operator == Operator.NOT_CONTAINS;
    }
}
