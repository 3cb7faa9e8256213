package dev.patchbay.shared.export;

/** What the rows of a dataset are ordered by; how much of it counts, each dataset knows. */
public record RowPlace(long first, long second, long third) {

    /** Before every row. */
    public static final RowPlace BEGINNING = new RowPlace(Long.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE);
}
