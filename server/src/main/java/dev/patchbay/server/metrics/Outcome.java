package dev.patchbay.server.metrics;

import dev.patchbay.shared.Behind;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.Unanswerable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of a message, in one word. */
public final class Outcome {

    public static final String FAILED = "failed";

    private static final String BEHIND = "behind";

    private Outcome() {}

    /** Why it was refused or not answered, or that it failed. */
    public static String of(@Nullable Throwable failure) {
        return Refusal.in(failure)
                .map(refusal -> of(refusal.reason()))
                .or(() -> Unanswerable.in(failure).map(question -> of(Refusal.Reason.INVALID)))
                .or(() -> Behind.in(failure).map(views -> BEHIND))
                .orElse(FAILED);
    }

    private static String of(Refusal.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
