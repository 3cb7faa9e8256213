package dev.patchbay.shared.audit;

import org.jspecify.annotations.Nullable;

/**
 * What became of one field of a thing.
 *
 * @param before a number, a text, a flag, a list or a map of these, or a {@link JsonText}; null when it had no value, or the thing was not there
 * @param after the same
 */
public record FieldChange(
        String field, @Nullable Object before, @Nullable Object after) {

    /** What takes the change back. */
    public FieldChange back() {
        return new FieldChange(field, /* before= */ after, /* after= */ before);
    }
}
