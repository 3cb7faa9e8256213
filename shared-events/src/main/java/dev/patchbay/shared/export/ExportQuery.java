package dev.patchbay.shared.export;

import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Query;
import org.jspecify.annotations.Nullable;

/** Everything one may ask for in order to take it out. */
public sealed interface ExportQuery<T> extends Query<T> {

    /**
     * Some rows of a dataset of an account, but for events, which are the audit trail's.
     *
     * @param first the position from which on a row must be true; of a call, at which its row became true at the earliest
     * @param after the place of the last row that is known; null for the beginning
     * @param limit how many rows at most
     */
    record ListRows(
            Dataset dataset,
            long accountId,
            long first,
            @Nullable RowPlace after,
            int limit,
            Moment moment) implements ExportQuery<Rows> {}
}
