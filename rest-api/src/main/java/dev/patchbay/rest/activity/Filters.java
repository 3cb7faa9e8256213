package dev.patchbay.rest.activity;

import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.request.StrictJson;
import dev.patchbay.shared.activity.ActivityFilter;
import dev.patchbay.shared.activity.ActivityFilter.Comparison;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A filter of the activity log as a parameter says it, in JSON: conditions of which all must hold, or a group of some. */
final class Filters {
    private static final int DEEPEST = 2;
    private static final int MOST_GROUPS = 10;
    private static final int MOST_CONDITIONS = 50;

    private int groups;
    private int conditions;

    private Filters() {}

    static ActivityFilter parse(String text) {
        JsonNode json = StrictJson.any(text).orElseThrow(Filters::invalid);
        return json.isArray() ? new Filters().all(false, json, 0) : new Filters().group(json, 1);
    }

    static Problem invalid() {
        return Envelope.invalid("filters");
    }

    private ActivityFilter group(JsonNode group, int depth) {
        groups++;
        JsonNode rules = group.path("rules");
        if (depth > DEEPEST || groups > MOST_GROUPS || !rules.isArray()) {
            throw invalid();
        }
        return switch (group.path("logic").asString("AND")) {
            case "AND" -> all(false, rules, depth);
            case "OR" -> all(true, rules, depth);
            default -> throw invalid();
        };
    }

    private ActivityFilter all(boolean any, JsonNode rules, int depth) {
        List<Comparison> comparisons = new ArrayList<>();
        List<ActivityFilter> inner = new ArrayList<>();
        for (JsonNode rule : rules) {
            if (rule.has("rules")) {
                inner.add(group(rule, depth + 1));
            } else {
                conditions++;
                comparisons.add(Condition.of(rule));
            }
        }
        if (conditions > MOST_CONDITIONS) {
            throw invalid();
        }
        return new ActivityFilter(any, comparisons, inner);
    }
}
