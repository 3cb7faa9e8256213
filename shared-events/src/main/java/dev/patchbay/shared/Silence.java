package dev.patchbay.shared;

import org.axonframework.queryhandling.QueryExecutionException;
import org.jspecify.annotations.Nullable;

/** Nobody was there to answer a question; asking again may succeed. */
public final class Silence extends QueryExecutionException {

    public Silence(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether a query failed for this reason. */
    public static boolean isIn(@Nullable Throwable failure) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof Silence) {
                return true;
            }
        }
        return false;
    }
}
