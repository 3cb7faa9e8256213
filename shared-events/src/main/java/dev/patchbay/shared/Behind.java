package dev.patchbay.shared;

import java.util.Optional;
import org.axonframework.queryhandling.QueryExecutionException;
import org.jspecify.annotations.Nullable;

/** The views did not reach the position asked for in time; asking again may succeed. */
public final class Behind extends QueryExecutionException {

    /**
     * How far behind.
     *
     * @param wanted the position that was waited for
     * @param reached the position of the views when the wait ended
     */
    public record Details(long wanted, long reached) {}

    public Behind(long wanted, long reached) {
        this(wanted, reached, null);
    }

    /** Because of a failure to find out what is wanted. */
    public Behind(long wanted, long reached, @Nullable Throwable cause) {
        super("the views are at position " + reached + ", not yet at " + wanted, cause, new Details(wanted, reached));
    }

    /** The details in the causal chain of a failed query, if it failed for this reason. */
    public static Optional<Details> in(@Nullable Throwable failure) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof QueryExecutionException failed
                    && failed.getDetails().orElse(null) instanceof Details details) {
                return Optional.of(details);
            }
        }
        return Optional.empty();
    }
}
