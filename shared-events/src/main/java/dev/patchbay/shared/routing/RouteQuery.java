package dev.patchbay.shared.routing;

import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything one may ask about where calls go. */
public sealed interface RouteQuery<T> extends Query<T> {

    /**
     * Where a call goes, of a number that the scope can see, or could before the number was released.
     *
     * @param turn null for the one that comes next
     */
    record FindRoute(long virtualNumberId, @Nullable Long turn, Scope scope, Moment moment)
            implements RouteQuery<RouteView> {}

    /** A decision that was recorded. */
    record FindRecordedRoute(long virtualNumberId, long turn, Moment moment) implements RouteQuery<RecordedRoute> {}

    /** The decision about a virtual number that was recorded for a call. */
    record FindRouteOfCall(long callId, long virtualNumberId, Moment moment) implements RouteQuery<RecordedRoute> {}

    /**
     * What was recorded.
     *
     * @param decidedAt the position of the configuration that it was decided from
     */
    record RecordedRoute(long virtualNumberId, long turn, long callId, long decidedAt) {}

    /** Which virtual numbers hold or held an E.164 number, the last one first and no more than a hundred. */
    record ListHolders(String phoneNumber, Moment moment) implements RouteQuery<List<Holder>> {}

    /**
     * A virtual number that holds an E.164 number or did, and whose it is.
     *
     * @param released whether it holds it no more
     */
    record Holder(long virtualNumberId, long accountId, boolean released) {}
}
