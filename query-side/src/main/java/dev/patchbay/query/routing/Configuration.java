package dev.patchbay.query.routing;

import dev.patchbay.shared.routing.Because;
import dev.patchbay.shared.virtualnumber.RoutingStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that decides where calls to a virtual number go, as it was at one position of the log.
 *
 * @param absence why the number takes no calls; null when it does
 * @param ringTimeoutSeconds how long operators are rung for whom the number does not say otherwise
 * @param recording whether what is said is recorded
 * @param operators in the ring order
 */
record Configuration(
        long virtualNumberId,
        String phoneNumber,
        @Nullable String name,
        @Nullable Absence absence,
        RoutingStrategy strategy,
        int ringTimeoutSeconds,
        boolean recording,
        List<Attached> operators,
        Fallback fallback) {

    Configuration {
        operators = List.copyOf(operators);
    }

    /** What keeps calls away from something, and the event that made it so. */
    record Absence(String reason, Because because) {
        static Absence inactive(Because because) {
            return new Absence("inactive", because);
        }

        static Absence released(Because because) {
            return new Absence("released", because);
        }
    }

    /**
     * An operator in the ring order.
     *
     * @param ringSeconds null for as long as the number says
     * @param placed the event that put the operator at this place
     * @param decisive the event since which the operator is active, or is not
     */
    record Attached(
            long id,
            String name,
            String phoneNumber,
            @Nullable Integer ringSeconds,
            boolean active,
            Because placed,
            Because decisive) {}

    /**
     * What happens when nobody answers.
     *
     * @param type as it is written in events and answers
     * @param virtualNumberId the virtual number that takes over; null for other types
     * @param target that number; null when the scope cannot see it
     * @param because the event that said so
     */
    record Fallback(
            String type,
            @Nullable String phoneNumber,
            @Nullable Long virtualNumberId,
            @Nullable Target target,
            Because because) {}

    /** Another virtual number, with the turn that comes next there. */
    record Target(Configuration configuration, long turn) {}
}
