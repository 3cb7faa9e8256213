package dev.patchbay.rest.bus;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.Refusal.Reason;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandExecutionException;

/** Decides anew, from the look-up on, as long as others decide about the same thing first; not for ever. */
public final class Attempts {
    private static final int MOST = 5;

    private Attempts() {}

    /**
     * What the first attempt gives that nobody overtakes.
     *
     * @param attempt looks up and decides
     * @param overtaken runs before the next attempt
     * @throws CommandExecutionException why the last attempt was refused
     */
    public static <T> T repeat(Supplier<T> attempt, Runnable overtaken) {
        for (int left = MOST - 1; ; left--) {
            try {
                return attempt.get();
            } catch (CommandExecutionException refused) {
                if (left == 0 || !isOvertaken(refused)) {
                    throw refused;
                }
                overtaken.run();
            }
        }
    }

    /** Whether something was refused only because another decision about the same thing came first. */
    public static boolean isOvertaken(CommandExecutionException refused) {
        return Refusal.in(refused)
                .filter(why -> why.reason() == Reason.CONCURRENT || why.reason() == Reason.STALE)
                .isPresent();
    }
}
