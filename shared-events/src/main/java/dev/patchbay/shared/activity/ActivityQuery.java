package dev.patchbay.shared.activity;

import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.Query;

/** Everything one may ask about what was done. */
public sealed interface ActivityQuery<T> extends Query<T> {

    /**
     * What was done in an account.
     *
     * @param descending whether the greatest comes first, by {@code order} and then by the place in the log
     */
    record ListActivities(
            long accountId, ActivityFilter filter, ActivityField order, boolean descending, Page page, Moment moment)
            implements ActivityQuery<Listing<ActivityView>> {}
}
