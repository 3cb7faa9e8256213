package dev.patchbay.shared;

import java.util.Optional;
import org.axonframework.queryhandling.QueryExecutionException;
import org.jspecify.annotations.Nullable;

/** A question was understood and cannot be answered as it was put; the message says why, for people. */
public final class Unanswerable extends QueryExecutionException {

    /** What crosses the bus. */
    public record Details(String message) {}

    public Unanswerable(String message) {
        super(message, null, new Details(message));
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
