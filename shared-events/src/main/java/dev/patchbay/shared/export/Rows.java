package dev.patchbay.shared.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a dataset in their order, which never changes.
 *
 * @param rows the values of each, in the order of the columns
 * @param last the place of the last of them; null when there are none, and so no more
 */
public record Rows(
        List<List<@Nullable Object>> rows, @Nullable RowPlace last) {

    public Rows {
        rows = List.copyOf(rows);
    }
}
