package dev.patchbay.rest.bus;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.Refusal.Reason;
import java.time.Duration;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandExecutionException;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import org.springframework.http.HttpHeaders;

/**
 * Decides anew, from the look-up on, as long as others decide about the same thing first; not for ever, and never at once: two
 * that stand in each other's way would only meet again.
 */
public final class Attempts {
    private static final RetryPolicy POLICY = RetryPolicy.builder()
            .maxRetries(9)
            .delay(Duration.ofMillis(10))
            .jitter(Duration.ofMillis(10))
            .multiplier(2)
            .maxDelay(Duration.ofMillis(250))
            .predicate(failure -> failure instanceof CommandExecutionException refused && isOvertaken(refused))
            .build();

    private static final RetryPolicy PATIENT_POLICY = RetryPolicy.builder()
            .maxRetries(15)
            .delay(Duration.ofMillis(10))
            .multiplier(2)
            .maxDelay(Duration.ofSeconds(5))
            .predicate(Attempts::mayPass)
            .build();

    private static final RetryTemplate ATTEMPTS = new RetryTemplate(POLICY);
    private static final RetryTemplate PATIENT_ATTEMPTS = new RetryTemplate(PATIENT_POLICY);

    private Attempts() {}

    /** Attempts something until nobody overtakes it. */
    public static void run(Runnable attempt) {
        ATTEMPTS.invoke(attempt);
    }

    /** What the first attempt gives that nobody overtakes. */
    public static <T> T repeat(Supplier<T> attempt) {
        return ATTEMPTS.invoke(attempt);
    }

    /**
     * The same, with something to be done in between.
     *
     * @param attempt looks up and decides
     * @param overtaken runs before the next attempt
     * @throws CommandExecutionException why the last attempt was refused
     */
    public static <T> T repeat(Supplier<T> attempt, Runnable overtaken) {
        RetryTemplate attempts = new RetryTemplate(POLICY);
        attempts.setRetryListener(new RetryListener() {
            @Override
            public void beforeRetry(RetryPolicy policy, Retryable<?> retryable) {
                overtaken.run();
            }
        });
        return attempts.invoke(attempt);
    }

    /** The same for work that nobody waits for: it also outlasts, for about half a minute, that there is no answer. */
    public static <T> T patiently(Supplier<T> attempt) {
        return PATIENT_ATTEMPTS.invoke(attempt);
    }

    private static boolean mayPass(Throwable failure) {
        return isUnanswered(failure) || (failure instanceof CommandExecutionException refused && isOvertaken(refused));
    }

    /** Whether nobody is there to decide or answer, or to write it down: whatever is asked for. */
    public static boolean isUnanswered(Throwable failure) {
        return failure instanceof Problem problem
                ? problem.reply().headers().containsKey(HttpHeaders.RETRY_AFTER)
                : Refusal.in(failure)
                        .filter(why -> why.reason() == Reason.UNAVAILABLE)
                        .isPresent();
    }

    /** Whether something was refused only because another decision about the same thing came first. */
    public static boolean isOvertaken(CommandExecutionException refused) {
        return Refusal.in(refused)
                .filter(why -> why.reason() == Reason.CONCURRENT || why.reason() == Reason.STALE)
                .isPresent();
    }
}
