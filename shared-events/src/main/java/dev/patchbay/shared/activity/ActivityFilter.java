package dev.patchbay.shared.activity;

import java.util.List;

/**
 * Which entries of the activity log are meant: those of which all is true, or any.
 *
 * @param comparisons with one field each
 * @param groups filters of their own
 */
public record ActivityFilter(boolean any, List<Comparison> comparisons, List<ActivityFilter> groups) {

    /** Everything. */
    public static final ActivityFilter NONE = new ActivityFilter(false, List.of(), List.of());

    public ActivityFilter {
        comparisons = List.copyOf(comparisons);
        groups = List.copyOf(groups);
    }

    /** How a field is compared. */
    public enum Operator {
        EQUALS,
        NOT_EQUALS,
        GREATER_THAN,
        LESS_THAN,
        SET,
        NOT_SET,
        IN,
        BETWEEN,
        CONTAINS,
        NOT_CONTAINS
    }

    /**
     * A field and what it is compared with.
     *
     * @param values texts; numbers in digits; for a time two of them each, its first millisecond since 1970 and that after its last
     */
    public record Comparison(ActivityField field, Operator operator, List<String> values) {
        public Comparison {
            values = List.copyOf(values);
        }
    }
}
