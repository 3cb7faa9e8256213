package dev.patchbay.shared;

import org.axonframework.queryhandling.QueryExecutionException;
import org.jspecify.annotations.Nullable;

/** Nobody was there to answer a question; asking again may succeed. */
public final class Silence extends QueryExecutionException {

    /** What crosses the bus. */
    public record Details(String message) {}

    public Silence(String message, @Nullable Throwable cause) {
        super(message, cause, new Details(message));
    }

    /** Whether a query failed for this reason. */
    public static boolean isIn(@Nullable Throwable failure) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof QueryExecutionException failed
                    && failed.getDetails().orElse(null) instanceof Details) {
                return true;
            }
        }
        return false;
    }
}
