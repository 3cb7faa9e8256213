package dev.patchbay.shared.call;

import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.Scope;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What the calls of one number, operator or project come to, by when they began. */
public sealed interface CallStatisticsQuery extends Query<CallStatistics> {

    long id();

    Period period();

    Scope scope();

    /**
     * When, and in which parts.
     *
     * @param from in whole seconds; null for the first call
     * @param to in whole seconds; null for the last call
     * @param bucket null for no series
     */
    record Period(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Bucket bucket,
            ZoneId zone) {

        /** All calls there are. */
        public static final Period ALWAYS = new Period(null, null, null, ZoneId.of("UTC"));
    }

    /** Of a number that the scope can see, or could before it was released. */
    record FindVirtualNumberStatistics(long id, Period period, Scope scope, Moment moment)
            implements CallStatisticsQuery {}

    /** The calls that an operator answered on numbers that the scope can see, or could; also one who was deleted. */
    record FindOperatorStatistics(long id, Period period, Scope scope, Moment moment) implements CallStatisticsQuery {}

    /** The calls of the numbers that serve a project, or served it last. */
    record FindProjectStatistics(long id, Period period, Scope scope, Moment moment) implements CallStatisticsQuery {}
}
