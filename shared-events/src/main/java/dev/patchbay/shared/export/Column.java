package dev.patchbay.shared.export;

/**
 * One column of a dataset.
 *
 * @param name the same in every format
 */
public record Column(String name, Type type) {

    /** What the values of a column are; any of them may be missing. */
    public enum Type {
        /** A {@code Long}. */
        INTEGER,
        /** A {@code String}. */
        TEXT,
        /** A {@code Boolean}. */
        FLAG,
        /** A time in UTC as an ISO 8601 {@code String}, at most to the microsecond. */
        TIME,
        /** A {@code List<Long>}. */
        INTEGERS,
        /** A value that is written as JSON. */
        JSON
    }
}
