package dev.patchbay.shared;

import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;

/** A command was understood and refused; the reason survives a distributed bus. */
public final class Refusal extends CommandExecutionException {

    /** Why. */
    public enum Reason {
        /** What it is about does not exist, any more or for this caller. */
        NOT_FOUND,
        /** A rule about the values forbids it; the message says which, for people. */
        INVALID,
        /** It is to be the only one, and there is another; the message says of what, for people. */
        TAKEN,
        /** Something else still needs it. */
        IN_USE,
        /** It has not been shown yet that it is the caller's own. */
        UNVERIFIED,
        /** It is there, and not to be used for the time being. */
        SUSPENDED,
        /** It is in another state than this needs; the message says in which, for people. */
        NOT_NOW,
        /** The caller acted on something older than what is there now. */
        STALE,
        /** The same request was accepted before. */
        REPEATED,
        /** Another decision about the same aggregate came first; asking again may succeed. */
        CONCURRENT,
        /** The log cannot be written, or not now. */
        UNAVAILABLE,
        /** The command does not say who asks. */
        ANONYMOUS
    }

    /** What crosses the bus. */
    public record Details(Reason reason, String message) {}

    public Refusal(Reason reason, String message) {
        this(reason, message, null);
    }

    public Refusal(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause, new Details(reason, message), cause != null);
    }

    public boolean is(Reason reason) {
        return getDetails()
                .map(Details.class::cast)
                .filter(details -> details.reason() == reason)
                .isPresent();
    }

    /** The details of the refusal in the causal chain of a failed command, if it was refused. */
    public static Optional<Details> in(@Nullable Throwable failure) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof CommandExecutionException failed
                    && failed.getDetails().orElse(null) instanceof Details details) {
                return Optional.of(details);
            }
        }
        return Optional.empty();
    }
}
